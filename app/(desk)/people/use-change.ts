"use client";
import { useRouter } from "next/navigation";
import { useActionState } from "react";

import type { Outcome } from "#lib/outcome.ts";

type Change<T> = (previous: Outcome<T> | null, form: FormData) => Promise<Outcome<T>>;

/** An action's answer for its form; when it went through, the page around the form is read again. */
export function useChange<T>(change: Change<T>, onDone?: () => void) {
  const router = useRouter();
  return useActionState(async (previous: Outcome<T> | null, form: FormData) => {
    const outcome = await change(previous, form);
    if (outcome.ok) {
      onDone?.();
      router.refresh();
    }
    return outcome;
  }, null);
}
