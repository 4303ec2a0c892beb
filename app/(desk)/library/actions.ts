"use server";
import { action } from "#lib/platform/action.ts";
import { ArchiveAsset, archiveAsset } from "#lib/value/archive-asset.ts";
import { CreateAsset, createAsset } from "#lib/value/create-asset.ts";
import { EditAsset, editAsset } from "#lib/value/edit-asset.ts";
import { RestoreAsset, restoreAsset } from "#lib/value/restore-asset.ts";

export const createAssetAction = action(CreateAsset, createAsset);
export const editAssetAction = action(EditAsset, editAsset);
export const archiveAssetAction = action(ArchiveAsset, archiveAsset);
export const restoreAssetAction = action(RestoreAsset, restoreAsset);
