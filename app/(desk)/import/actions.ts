"use server";
import { action } from "#lib/platform/action.ts";
import { MapImport, mapImport } from "#lib/transfer/map-import.ts";
import { discardImport, StartImport, startImport } from "#lib/transfer/start-import.ts";

export const mapImportAction = action(MapImport, mapImport);
export const startImportAction = action(StartImport, startImport);
export const discardImportAction = action(StartImport, discardImport);
