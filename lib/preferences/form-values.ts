import type { Terms } from "#lib/consent/ledger.ts";
import type { Standing } from "#lib/consent/standing.ts";
import { partsOfDay } from "#lib/consent/terms.ts";
import type { Spoken } from "#lib/follow-up/spoken.ts";
import { Channel } from "#lib/follow-up/vocabulary.ts";
import { asForm, readForm } from "#lib/platform/form.ts";
import { Answer } from "#lib/preferences/answer.ts";
import { Choice, ProblemKey } from "#lib/preferences/choice.ts";
import { dateProblem } from "#lib/preferences/next-terms.ts";

/** What the form shows, as text. */
export type FormValues = {
  channels: string[];
  rate: string;
  days: string[];
  when: string;
  from: string;
  to: string;
  timeZone: string;
  topics: string[];
  language: string;
  until: string;
  on: string;
  between: string;
};

/** Before anything was typed: what stands. Nobody is ticked into a yes they did not give themselves. */
export function valuesOf(terms: Terms | null, standings: Record<Channel, Standing>, zone: string, shown: Spoken): FormValues {
  const agreed = (channel: Channel) => {
    const stands = standings[channel];
    return stands.kind === "agreed" && stands.entry.saidBy === "person" && stands.status === "express";
  };
  const hours = terms?.hours ?? null;
  const part = Object.entries(partsOfDay).find(([, { from, to }]) => hours && hours.from === from && hours.to === to)?.[0];
  return {
    channels: Channel.options.filter(
      (channel) =>
        agreed(channel) || (terms?.saidBy === "person" && terms.channels?.includes(channel) && standings[channel].kind !== "stopped"),
    ),
    rate: terms?.rate ? `${terms.rate.max}/${terms.rate.per}` : terms?.channels ? "any" : "",
    days: (terms?.days ?? []).map(String),
    when: part ?? (hours ? "between" : "any"),
    from: String(hours?.from ?? 9),
    to: String(hours?.to ?? 17),
    timeZone: terms?.timeZone ?? zone,
    topics: terms?.topics ?? [],
    language: terms?.language ?? shown,
    until: "",
    on: "",
    between: "0",
  };
}

type Query = Record<string, string | string[] | undefined>;

/** What is wrong, by field; `form` for the whole. */
export type Problems = Record<string, ProblemKey>;

/** What came back with a problem: what is wrong, and what was typed over what stands. */
export function readBack(query: Query, standing: FormValues, today: string): { problems: Problems; values: FormValues } {
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
        topics: texts(typed.topics),
        language: text(typed.language, standing.language),
      },
      ...{ when: text(hours.when, "any"), from: text(hours.from, standing.from), to: text(hours.to, standing.to) },
    }),
    until: text(typed.until, ""),
    on: text(typed.on, ""),
    between: text(typed.between, standing.between),
  };
  return { values, problems: problemsOf(query.problem, typed, today) };
}

function problemsOf(problem: string, typed: Record<string, unknown>, today: string): Problems {
  if (problem === "conflict")
    return { form: ProblemKey.safeParse(typed.why).data ?? (typed.action === "undo-stop" ? "undoOver" : "stopped") };
  if (problem === "not-found") return { form: "gone" };
  if (problem !== "invalid") return { form: "failed" };
  const parsed = Choice.safeParse(typed);
  if (parsed.success) {
    const late = dateProblem(parsed.data, today);
    return late ? { [late.field]: late.problem } : {};
  }
  if (Answer.options.some(({ shape }) => shape.action.value === typed.action)) return { form: "words" };
  const fields = parsed.error.issues.flatMap(({ path, message }): [string, ProblemKey][] => {
    const problem = ProblemKey.safeParse(message);
    return problem.success ? [[path.join("."), problem.data]] : [];
  });
  return fields.length > 0 ? Object.fromEntries(fields.toReversed()) : { form: "check" };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
