"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { isWithin } from "#components/is-within.ts";

/** Planning under the thumb: with the person whose record is open, else what is planned with everybody. */
export function PlanTab({ children }: { children: ReactNode }) {
  const path = usePathname();
  const record = /^\/prospects\/[0-9a-f-]{36}(?=\/|$)/.exec(path)?.[0];
  return (
    <Link
      href={(record ? `${record}?tab=plan` : "/schedule") as Route}
      aria-label={record ? "Plan with them" : "Plan: the schedule"}
      aria-current={isWithin(path, "/schedule") ? "page" : undefined}
    >
      {children}
    </Link>
  );
}
