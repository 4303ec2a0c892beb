import { readState } from "#lib/follow-up/us-states.ts";

/** The two letters of a state of the United States, where law and zone differ by it; any other region as it stands. */
export const readRegion = (cell: string, country: string | null): string =>
  country === "US" || country === null ? (readState(cell) ?? cell) : cell;
