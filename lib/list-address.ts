import { z } from "zod";

/** The first of what an address says more than once. */
export const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);

/** Where in a list an address begins; nothing: at its beginning. */
export const Cursor = z.preprocess(one, z.string().max(2_000)).catch("");

/** Before which version an address begins; null: with the latest. */
export const BeforeVersion = z.preprocess(one, z.coerce.number().int().positive().max(2_147_483_647)).nullable().catch(null);

/** The columns an address names, by commas or one by one, in the table's own order; the usual ones where it names none that exist. */
export const chosenColumns = <C extends string>(columns: z.ZodEnum<{ [Key in C]: Key }>, usual: C[]) =>
  z
    .preprocess((value) => [value].flat().join(",").split(","), z.array(z.string()).max(40))
    .transform((named) => columns.options.filter((column) => named.includes(column)) as C[])
    .transform((chosen) => (chosen.length > 0 ? chosen : usual))
    .catch(usual);

/** Columns as they stand in an address: nothing when they are the usual ones. */
export const writeColumns = (columns: string[], usual: string[]) => (columns.join() === usual.join() ? "" : columns.join());
