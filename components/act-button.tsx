"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, startTransition, useActionState, useEffect } from "react";

import type { FormAction } from "#components/action-form.tsx";
import { showToast } from "#components/show-toast.ts";
import { takeBack } from "#components/take-back.ts";
import { type Outcome, sentence } from "#lib/outcome.ts";

type Props = {
  action: FormAction;
  fields: Record<string, string>;
  children: ReactNode;
  done: string;
  /** Takes it back with the same fields, from the toast. */
  undo?: FormAction;
  goTo?: string;
  className?: string;
};

/** One press that does one thing, says so, and can be taken back. Works without JavaScript. */
export function ActButton({ action, fields, children, done, undo, goTo, className = "btn" }: Props) {
  const router = useRouter();
  const [outcome, send, pending] = useActionState(
    action as (previous: Outcome<unknown> | null, form: FormData) => Promise<Outcome<unknown>>,
    null,
  );

  useEffect(() => {
    if (!outcome) return;
    if (!outcome.ok) return showToast({ text: sentence(outcome.problem), tone: "more" });
    const run = () => startTransition(() => takeBack(undo!, fields).then(() => router.refresh()));
    showToast({ text: done, ...(undo && { act: { name: "Undo", run } }) });
    if (goTo) router.push(goTo as Route);
    router.refresh();
    // oxlint-disable-next-line react/exhaustive-deps -- once for each answer of the server
  }, [outcome]);

  return (
    <form action={send} className="act">
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button className={className} aria-disabled={pending || undefined}>
        {children}
      </button>
    </form>
  );
}
