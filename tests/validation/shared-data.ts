import fs from "node:fs";

import { parse } from "csv-parse/sync";

/** Data of others lies beside the repository and never in it. */
const folder = new URL("../../../shared/data/", import.meta.url);

/** Its text, or null and a loud word where it is not to be had. */
export function sharedText(name: string): string | null {
  const file = new URL(name, folder);
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8");
  console.warn(`NOT MEASURED: there is no ${file.pathname}`);
  return null;
}

/** The same as rows by column; null where it is not to be had. */
export function sharedRows(name: string, delimiter: string): Record<string, string>[] | null {
  const text = sharedText(name);
  return text === null ? null : parse(text, { columns: true, delimiter, bom: true, skip_empty_lines: true, relax_column_count: true });
}
