"use server";
import { ArchiveCompany, archiveCompany } from "#lib/companies/archive-company.ts";
import { CreateCompany, createCompany } from "#lib/companies/create-company.ts";
import { EditCompany, editCompany } from "#lib/companies/edit-company.ts";
import { RestoreCompany, restoreCompany } from "#lib/companies/restore-company.ts";
import { action } from "#lib/platform/action.ts";

export const createCompanyAction = action(CreateCompany, createCompany);
export const editCompanyAction = action(EditCompany, editCompany);
export const archiveCompanyAction = action(ArchiveCompany, archiveCompany);
export const restoreCompanyAction = action(RestoreCompany, restoreCompany);
