"use server";
import { action } from "#lib/platform/action.ts";
import { ArchiveTemplate, archiveTemplate } from "#lib/value/archive-template.ts";
import { CreateTemplate, createTemplate } from "#lib/value/create-template.ts";
import { EditTemplate, editTemplate } from "#lib/value/edit-template.ts";
import { RestoreTemplate, restoreTemplate } from "#lib/value/restore-template.ts";

export const createTemplateAction = action(CreateTemplate, createTemplate);
export const editTemplateAction = action(EditTemplate, editTemplate);
export const archiveTemplateAction = action(ArchiveTemplate, archiveTemplate);
export const restoreTemplateAction = action(RestoreTemplate, restoreTemplate);
