"use client";
import { type ReactNode, use } from "react";

import { FieldProblems } from "#components/action-form.tsx";

type Props = { id: string; paths: string[]; children: ReactNode };

/** Closed until somebody wants to know, or a number in it is wrong. */
export function NumberDetails({ id, paths, children }: Props) {
  const problems = use(FieldProblems);
  return (
    <details className="numbers" id={id} open={paths.some((path) => problems[`numbers.${path}`]) || undefined}>
      {children}
    </details>
  );
}
