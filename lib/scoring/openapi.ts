import { z } from "zod";

import { Reason } from "#lib/follow-up/reason.ts";
import { Assess, AssessBatch, AssessDossier, Assessed, AssessPlan, AssessPolicy } from "#lib/scoring/assess.ts";
import pushy from "#lib/scoring/examples/pushy.json" with { type: "json" };
import welcome from "#lib/scoring/examples/welcome.json" with { type: "json" };

/** Whatever was not answered as asked, in a sentence; `fields` says where. */
export const ProblemAnswer = z.object({
  code: z.enum(["invalid", "malformed", "too-large", "unknown-key", "not-found", "refused", "too-many"]),
  sentence: z.string(),
  fields: z.record(z.string(), z.array(z.string())).optional().describe("Sentences by the dotted path of the field they belong to."),
  reasons: z.array(Reason).optional(),
  nextAllowedAt: z.date().nullable().optional(),
  retryAfterSeconds: z.number().int().optional(),
});
export const BatchAsked = AssessBatch.extend({ items: z.array(Assess).min(1).max(1_000) });
export const BatchAnswered = z.object({
  answers: z.array(
    z.union([z.object({ index: z.number().int(), verdict: Assessed }), z.object({ index: z.number().int(), problem: ProblemAnswer })]),
  ),
});

const asked = { Assess, AssessBatch: BatchAsked, Plan: AssessPlan, Dossier: AssessDossier, Policy: AssessPolicy };
const answered = { Verdict: Assessed, BatchAnswers: BatchAnswered, Problem: ProblemAnswer, Reason };

/** The schemas under their names, pointing to each other; what is asked as it is sent, what is answered as it arrives. */
function componentsOf(schemas: Record<string, z.ZodType>, io: "input" | "output") {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(schemas)) registry.add(schema, { id });
  const { schemas: named } = z.toJSONSchema(registry, {
    io,
    uri: (id) => `#/components/schemas/${id}`,
    unrepresentable: "any",
    override: asText,
  });
  return Object.fromEntries(Object.entries(named).map(([id, { $schema: _schema, $id: _id, ...schema }]) => [id, schema]));
}

/** An instant is text in JSON; its pattern only says at length what its format says. */
function asText({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) {
  if (zodSchema._zod.def.type === "date") Object.assign(jsonSchema, { type: "string", format: "date-time" });
  if (jsonSchema.format) delete jsonSchema.pattern;
}

type Examples = Record<string, { summary: string; value: unknown }>;
const json = (name: string, examples?: Examples) => ({
  "application/json": { schema: { $ref: `#/components/schemas/${name}` }, examples },
});
const problems = (statuses: Record<number, string>) =>
  Object.fromEntries(Object.entries(statuses).map(([status, description]) => [status, { description, content: json("Problem") }]));

const always = {
  400: "The body is not JSON.",
  401: "The key is missing, wrong, revoked or ended; always the same answer.",
  413: "The body is too large.",
  422: "Something in it is not right; `fields` says where.",
};
const tooMany = {
  description: "Too many calls, or too many wrong keys. A key has 600 calls a minute; ten plans of a batch count as one call.",
  headers: { "Retry-After": { description: "Seconds to wait.", schema: { type: "integer" } } },
  content: json("Problem"),
};

const operation = (
  about: { operationId: string; summary: string; description: string },
  asks: ReturnType<typeof json>,
  answer: string,
  more: Record<number, string> = {},
) => ({
  post: {
    ...about,
    requestBody: { required: true, content: asks },
    responses: { 200: { description: "Judged.", content: json(answer) }, ...problems({ ...always, ...more }), 429: tooMany },
  },
});

/** What can be asked of us from outside, made from the very schemas that read it. */
export const openapi = {
  openapi: "3.1.0",
  info: {
    title: "Tactful",
    version: "1",
    description: "Ask before you act: would this follow-up be welcome to them? Nothing is written and nothing is planned by asking.",
  },
  servers: [{ url: "/" }],
  security: [{ key: [] }],
  paths: {
    "/api/v1/follow-ups/assess": operation(
      {
        operationId: "assessFollowUp",
        summary: "Would this follow-up be welcome?",
        description:
          "For somebody on record (`prospectId`, as far as the member the key works as may see them) or for a `dossier` sent along. Act only when `kind` is `allow`. Unknown fields are refused, so that a typo weakens no judgement.",
      },
      json("Assess", { welcome: { summary: "Welcome", value: welcome }, pushy: { summary: "Pushy", value: pushy } }),
      "Verdict",
      { 404: "Nobody of this id, or nobody the key may see.", 409: "It could not be judged, so it is refused." },
    ),
    "/api/v1/follow-ups/assess/batch": operation(
      {
        operationId: "assessFollowUps",
        summary: "The same for up to 1,000 plans",
        description:
          "Each is answered on its own, in its place: a verdict or a problem. Plans for the same person are judged independently, as if the others were not made; ask again once one is.",
      },
      json("AssessBatch", { two: { summary: "Two plans", value: { items: [welcome, pushy] } } }),
      "BatchAnswers",
    ),
  },
  components: {
    securitySchemes: {
      key: { type: "http", scheme: "bearer", description: "A key such as tactful_…, made by an admin under People, API keys." },
    },
    schemas: { ...componentsOf(asked, "input"), ...componentsOf(answered, "output") },
  },
};
