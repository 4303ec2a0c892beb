type Fields = Record<string, unknown>;
const blank = (): Fields => Object.create(null) as Fields;
/** Objects made here have no prototype: nothing a field is called can reach another object. */
const isOurs = (value: unknown): value is Fields => typeof value === "object" && value !== null && Object.getPrototypeOf(value) === null;

/** A form's fields as an object: `offer.kind` nests, `days[]` collects, an empty field stays an empty string for the schema to judge. Of names that contradict each other the first counts. */
export function readForm(form: FormData): Fields {
  const result = blank();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION")) continue;
    const path = name.replace(/\[\]$/, "").split(".");
    const last = path.pop()!;
    const target = path.reduce<unknown>((parent, key) => (isOurs(parent) ? (parent[key] ??= blank()) : null), result);
    if (!isOurs(target)) continue;
    if (!name.endsWith("[]")) target[last] = value;
    else if (Array.isArray((target[last] ??= []))) (target[last] as unknown[]).push(value);
  }
  return result;
}

/** Fields of an address or a body as a form, for readForm. */
export function asForm(fields: Iterable<[string, string]>): FormData {
  const form = new FormData();
  for (const [name, value] of fields) form.append(name, value);
  return form;
}
