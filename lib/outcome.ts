import type { Reason } from "#lib/follow-up/reason.ts";

/** What a colleague saved meanwhile, as the fields of the form read by their names. */
export type Theirs = { by: string | null; at: Date | null; version: number; fields: Record<string, string> };

/** Every way a use case can decline. Add a code here and the compiler lists the places that must answer it. */
export type Problem =
  | { code: "invalid"; fields: Record<string, string[]> }
  | { code: "malformed"; sentence: string }
  | { code: "too-large"; sentence: string }
  | { code: "signed-out" }
  | { code: "unknown-key" }
  | { code: "forbidden" }
  | { code: "not-found" }
  | { code: "conflict"; sentence: string; theirs?: Theirs }
  | { code: "refused"; sentence: string; reasons: Reason[]; nextAllowedAt: Date | null }
  | { code: "too-many"; retryAfterSeconds: number }
  | { code: "busy" };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const no = (problem: Problem): Outcome<never> => ({ ok: false, problem });
export const invalid = (field: string, sentence: string): Outcome<never> => no({ code: "invalid", fields: { [field]: [sentence] } });

export function httpStatus(problem: Problem): number {
  switch (problem.code) {
    case "invalid":
      return 422;
    case "malformed":
      return 400;
    case "too-large":
      return 413;
    case "signed-out":
    case "unknown-key":
      return 401;
    case "forbidden":
      return 403;
    case "not-found":
      return 404;
    case "conflict":
    case "refused":
      return 409;
    case "too-many":
      return 429;
    case "busy":
      return 503;
  }
}

export function sentence(problem: Problem): string {
  switch (problem.code) {
    case "invalid":
      return Object.values(problem.fields).flat()[0] ?? "Something in the form is not right.";
    case "signed-out":
      return "You are signed out. Sign in and try again; what you typed is kept.";
    case "unknown-key":
      return "This needs a key that stands: Authorization: Bearer tactful_… An admin makes one under People.";
    case "forbidden":
      return "Your role does not allow this.";
    case "not-found":
      return "This does not exist, or you may not see it.";
    case "malformed":
    case "too-large":
    case "conflict":
    case "refused":
      return problem.sentence;
    case "too-many":
      return `Too many tries. Wait ${problem.retryAfterSeconds} seconds and try again.`;
    case "busy":
      return "Many are at this at the same moment. Nothing was changed; please try again.";
  }
}

/** A problem with its sentence, as an API tells it. */
export const spoken = (problem: Problem) => ({ ...problem, sentence: sentence(problem) });
