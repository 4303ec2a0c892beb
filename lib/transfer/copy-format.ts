/** A line of COPY's text format; null is \N. */
export function copyLine(values: (string | number | boolean | null)[]): string {
  return `${values.map(copyValue).join("\t")}\n`;
}

const special: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyValue(value: string | number | boolean | null): string {
  if (value === null) return "\\N";
  return typeof value === "string" ? value.replace(/[\\\t\n\r]/g, (char) => special[char]!) : String(value);
}

/** A text[] as Postgres reads it. */
export const arrayText = (values: string[]) => `{${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
