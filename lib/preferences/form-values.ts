import type { Terms } from "#lib/consent/ledger.ts";
import type { Standing } from "#lib/consent/standing.ts";
import { partsOfDay } from "#lib/consent/terms.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { asForm, readForm } from "#lib/platform/form.ts";
import { Choice } from "#lib/preferences/choice.ts";
import { dateProblem } from "#lib/preferences/next-terms.ts";
import { refusals } from "#lib/preferences/wording.ts";

/** What the form shows, as text. */
export type FormValues = {
  channels: string[];
  rate: string;
  days: string[];
  when: string;
  from: string;
  to: string;
  timeZone: string;
  until: string;
  on: string;
};

/** Before anything was typed: what stands. Nobody is ticked into a yes they did not give themselves. */
export function valuesOf(terms: Terms | null, standings: Record<Channel, Standing>, zone: string): FormValues {
  const agreed = (channel: Channel) => {
    const stands = standings[channel];
    return stands.kind === "agreed" && stands.entry.saidBy === "person" && stands.status === "express";
  };
  const hours = terms?.hours ?? null;
  const part = Object.entries(partsOfDay).find(([, { from, to }]) => hours && hours.from === from && hours.to === to)?.[0];
  return {
    channels: Channel.options.filter(
      (channel) => agreed(channel) || (terms?.channels?.includes(channel) && standings[channel].kind !== "stopped"),
    ),
    rate: terms?.rate ? `${terms.rate.max}/${terms.rate.per}` : terms?.channels ? "any" : "",
    days: (terms?.days ?? []).map(String),
    when: part ?? (hours ? "between" : "any"),
    from: String(hours?.from ?? 9),
    to: String(hours?.to ?? 17),
    timeZone: terms?.timeZone ?? zone,
    until: "",
    on: "",
  };
}

type Query = Record<string, string | string[] | undefined>;

/** What came back with a problem: the sentences by field (`form` for the whole), and what was typed over what stands. */
export function readBack(query: Query, standing: FormValues, today: string): { problems: Record<string, string>; values: FormValues } {
  if (typeof query.problem !== "string") return { problems: {}, values: standing };
  const fields = Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((each): [string, string] => [name, each]));
  const typed = readForm(asForm(fields));
  const hours = isRecord(typed.hours) ? typed.hours : {};
  const text = (value: unknown, otherwise: string) => (typeof value === "string" ? value : otherwise);
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : []);
  const values: FormValues = {
    ...standing,
    ...(typed.action === "save" && {
      ...{
        channels: texts(typed.channels),
        rate: text(typed.rate, ""),
        days: texts(typed.days),
        timeZone: text(typed.timeZone, standing.timeZone),
      },
      ...{ when: text(hours.when, "any"), from: text(hours.from, standing.from), to: text(hours.to, standing.to) },
    }),
    until: text(typed.until, ""),
    on: text(typed.on, ""),
  };
  return { values, problems: problemsOf(query.problem, typed, today) };
}

function problemsOf(problem: string, typed: Record<string, unknown>, today: string): Record<string, string> {
  if (problem === "conflict") return { form: refusals[typed.action === "undo-stop" ? "undo-over" : "stopped"] };
  if (problem !== "invalid") return { form: "That did not work, and nothing has changed. Please try again." };
  const parsed = Choice.safeParse(typed);
  if (parsed.success) {
    const late = dateProblem(parsed.data, today);
    return late ? { [late.field]: late.sentence } : {};
  }
  const fields = parsed.error.issues.map(({ path, message }) => [path.join("."), message] as const).toReversed();
  return fields.length > 0 ? Object.fromEntries(fields) : { form: "Please check what you chose." };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
