import { z } from "zod";

import { PlanTime } from "#lib/follow-up/plan.ts";

/** An instant as it comes in JSON. Text only: `null` or a number would become a day in 1970, and what lies that far back weighs nothing. */
export const Instant = z.iso
  .datetime({ offset: true, error: "Write an instant with its offset, such as 2026-11-03T10:00:00Z." })
  .transform((text) => new Date(text))
  .refine((at) => PlanTime.safeParse(at).success, "Choose a day and time within reach.");

/** The most that a list, text or number without a limit of its own may come to. */
type Bounds = { list: number; text: number; number: number };
type Schema = z.core.$ZodType;

/**
 * A schema as it stands against the outside: objects refuse what they do not know, so that a typo cannot weaken a judgement; lists, texts and
 * numbers are bounded, so that judging stays cheap; dates are instants in ISO text. Everything else the schema says stays as it is.
 */
export function sealed<S extends z.ZodType>(schema: S, bounds: Bounds): S {
  return seal(schema, bounds) as unknown as S;
}

function seal(schema: Schema, bounds: Bounds): Schema {
  const inner = (one: Schema) => seal(one, bounds);
  const { def } = (schema as z.core.$ZodTypes)._zod;
  const changed = (change: object) => {
    const copy = z.core.clone(schema as z.ZodType, z.core.util.mergeDefs(def, change));
    const said = z.globalRegistry.get(schema);
    return said ? copy.meta(said) : copy;
  };
  switch (def.type) {
    case "object":
      return changed({ shape: Object.fromEntries(Object.entries(def.shape).map(([key, one]) => [key, inner(one)])), catchall: z.never() });
    case "array":
      return atMost(changed({ element: inner(def.element) }) as unknown as z.ZodArray, bounds.list);
    case "tuple":
      return changed({ items: def.items.map(inner) });
    case "record":
      return changed({ valueType: inner(def.valueType) });
    case "union":
      return changed({ options: def.options.map(inner) });
    case "nullable":
    case "optional":
    case "default":
      return changed({ innerType: inner(def.innerType) });
    case "date":
      return Instant;
    case "string":
      return "format" in def ? schema : atMost(schema as z.ZodString, bounds.text);
    case "number":
      return (schema as z.ZodNumber).maxValue! >= Number.MAX_SAFE_INTEGER ? (schema as z.ZodNumber).max(bounds.number) : schema;
    default:
      return schema;
  }
}

/** An own limit stays. */
function atMost<S extends z.ZodArray | z.ZodString>(schema: S, most: number): S {
  const has = schema.def.checks?.some((check) => ["max_length", "length_equals"].includes(check._zod.def.check));
  return has ? schema : (schema.max(most) as S);
}
