import type { Reason } from "#lib/follow-up/reason.ts";

/** Every way a use case can decline. Add a code here and the compiler lists the places that must answer it. */
export type Problem =
  | { code: "invalid"; fields: Record<string, string[]> }
  | { code: "signed-out" }
  | { code: "forbidden" }
  | { code: "not-found" }
  | { code: "conflict"; sentence: string }
  | { code: "refused"; sentence: string; reasons: Reason[]; nextAllowedAt: Date | null }
  | { code: "too-many"; retryAfterSeconds: number };

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };

export const ok = <T>(value: T): Outcome<T> => ({ ok: true, value });
export const no = (problem: Problem): Outcome<never> => ({ ok: false, problem });
export const invalid = (field: string, sentence: string): Outcome<never> => no({ code: "invalid", fields: { [field]: [sentence] } });

export function httpStatus(problem: Problem): number {
  switch (problem.code) {
    case "invalid":
      return 422;
    case "signed-out":
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
  }
}

export function sentence(problem: Problem): string {
  switch (problem.code) {
    case "invalid":
      return Object.values(problem.fields).flat()[0] ?? "Something in the form is not right.";
    case "signed-out":
      return "You are signed out. Sign in and try again; what you typed is kept.";
    case "forbidden":
      return "Your role does not allow this.";
    case "not-found":
      return "This does not exist, or you may not see it.";
    case "conflict":
    case "refused":
      return problem.sentence;
    case "too-many":
      return `Too many tries. Wait ${problem.retryAfterSeconds} seconds and try again.`;
  }
}
