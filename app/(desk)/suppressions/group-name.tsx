"use client";
import { useState } from "react";

import { Entry } from "#components/entry.tsx";
import { useAnswer } from "#components/use-answer.ts";

/** The domain or the company; companies that are on record are offered while one types. */
export function GroupName() {
  const [typed, setTyped] = useState("");
  const query = typed.trim();
  const asked = query.length > 1 ? `/api/search?in=companies&q=${encodeURIComponent(query)}` : null;
  const answer = useAnswer<{ companies: { hits: { name: string }[] } }>(asked, 120);
  const names = answer?.value?.companies.hits.map(({ name }) => name) ?? [];
  return (
    <div onInput={({ target }) => setTyped((target as HTMLInputElement).value)}>
      <Entry label="Domain or name" name="name" isRequired suggestions={[...new Set(names)]} placeholder="example.com" />
    </div>
  );
}
