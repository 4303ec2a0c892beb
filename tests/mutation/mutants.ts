import type { Mutant } from "#tests/mutation/mutant.ts";
import { cadence } from "#tests/mutation/mutants/cadence.ts";
import { consent } from "#tests/mutation/mutants/consent.ts";
import { followUp } from "#tests/mutation/mutants/follow-up.ts";
import { language } from "#tests/mutation/mutants/language.ts";
import { scoring } from "#tests/mutation/mutants/scoring.ts";
import { value } from "#tests/mutation/mutants/value.ts";

export const mutants: Mutant[] = [...value, ...consent, ...cadence, ...scoring, ...followUp, ...language];
