import type { RuleId } from "#lib/follow-up/reason.ts";

/** What a template can be filled from: what is on record of the person, and who writes. Null where nothing is known. */
export type Fillings = {
  givenName: string | null;
  company: string | null;
  jobTitle: string | null;
  /** What they said last, in their words. */
  theirWords: string | null;
  assetTitle: string | null;
  assetLink: string | null;
  myName: string | null;
  facts: readonly { label: string; value: string; origin: "told_us" | "public_professional" | "third_party" | "observed" }[];
};

/** A merge field that stands in a text, with its character range. `name` is as a template spells it: in lower case, one blank between words. */
export type MergeField = { name: string; from: number; to: number };

/** Why a field stays empty: nothing on record says it, it was only noticed (C8), or there is no such field. */
export type Missing = MergeField & { why: "unknown" | "observed" | "no-such-field" };

/** The fields besides `fact: …`, as they are offered to whoever writes a template. */
export const fieldNames = ["given name", "company", "job title", "their words", "asset title", "asset link", "my name"] as const;
type FieldName = (typeof fieldNames)[number];

const simple: Record<FieldName, (known: Fillings) => string | null> = {
  "given name": ({ givenName }) => givenName,
  company: ({ company }) => company,
  "job title": ({ jobTitle }) => jobTitle,
  "their words": ({ theirWords }) => theirWords,
  "asset title": ({ assetTitle }) => assetTitle,
  "asset link": ({ assetLink }) => assetLink,
  "my name": ({ myName }) => myName,
};

const isSimple = (name: string): name is FieldName => (fieldNames as readonly string[]).includes(name);
const factLabel = (name: string): string | null => (name.startsWith("fact:") ? name.slice(5).trim() || null : null);

/** Whether a template may have such a field. */
export const isField = (name: string): boolean => isSimple(name) || factLabel(name) !== null;

/** Every `{{…}}` of a text, in order. An opening without its end is found, too: it is as little meant for a reader. */
export function mergeFieldsIn(text: string): MergeField[] {
  const fields: MergeField[] = [];
  let end = 0;
  for (let from = text.indexOf("{{"); from >= 0;) {
    if (end >= 0 && end < from + 2) end = text.indexOf("}}", from + 2);
    const next = text.indexOf("{{", from + 2);
    const isClosed = end >= 0 && (next < 0 || end < next);
    const to = isClosed ? end + 2 : Math.min(text.length, from + 2);
    fields.push({ name: spell(isClosed ? text.slice(from + 2, end) : ""), from, to });
    from = isClosed ? text.indexOf("{{", to) : next;
  }
  return fields;
}

const spell = (typed: string) =>
  typed
    .replace(/\s+/g, " ")
    .replace(/\s*:\s*/g, ": ")
    .trim()
    .toLowerCase();

/** V7: fills what is known and leaves the rest standing, so that nobody sends a letter with a hole in it. What was merely observed fills nothing (C8). */
export function fillTemplate(template: string, known: Fillings): { text: string; missing: Missing[] } {
  const missing: Missing[] = [];
  let text = "";
  let read = 0;
  for (const { name, from, to } of mergeFieldsIn(template)) {
    text += template.slice(read, from);
    const found = valueOf(name, known);
    const start = text.length;
    text += "value" in found ? found.value : template.slice(from, to);
    if ("why" in found) missing.push({ name, from: start, to: text.length, why: found.why });
    read = to;
  }
  return { text: text + template.slice(read), missing };
}

/** What a field says of this person, or why it says nothing. */
export function valueOf(name: string, known: Fillings): { value: string } | { why: Missing["why"] } {
  if (isSimple(name)) return filled(simple[name](known));
  const label = factLabel(name);
  if (label === null) return { why: "no-such-field" };
  const facts = known.facts.filter((fact) => spell(fact.label) === label);
  const usable = facts.find(({ origin }) => origin !== "observed");
  if (usable) return filled(usable.value);
  return { why: facts.length > 0 ? "observed" : "unknown" };
}

// a value with braces of its own would be taken for a field
const filled = (value: string | null): { value: string } | { why: "unknown" } => {
  const text = value?.trim().replaceAll("{{", "{ {") ?? "";
  return text ? { value: text } : { why: "unknown" };
};

/** What stands in the way of a letter with an unfilled field, in a sentence, and the rule it rests on. */
export function sayUnfilled({ name }: MergeField, known: Pick<Fillings, "facts">): { rule: RuleId; sentence: string } {
  const label = factLabel(name);
  const observed = label !== null && known.facts.some((fact) => spell(fact.label) === label && fact.origin === "observed");
  if (observed)
    return { rule: "C8", sentence: `“${label}” is something we noticed, not something they told us. It may not stand in a message.` };
  if (!name) return { rule: "L3", sentence: "A “{{” is left in the draft. They would read it as it stands." };
  return isField(name)
    ? { rule: "V7", sentence: `The draft still says {{${name}}}. Fill in what is theirs, or cut it.` }
    : { rule: "L3", sentence: `{{${name}}} is no field of ours. They would read it as it stands.` };
}
