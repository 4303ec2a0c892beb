/** A form's fields as an object: `offer.kind` nests, `days[]` collects, an empty field stays an empty string for the schema to judge. */
export function readForm(form: FormData): Record<string, unknown> {
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue;
    const path = name.replace(/\[\]$/, "").split(".");
    const last = path.pop()!;
    let target = result;
    for (const key of path) target = (target[key] ??= Object.create(null)) as Record<string, unknown>;
    if (name.endsWith("[]")) ((target[last] ??= []) as unknown[]).push(value);
    else target[last] = value;
  }
  return result;
}

/** Fields of an address or a body as a form, for readForm. */
export function asForm(fields: Iterable<[string, string]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
