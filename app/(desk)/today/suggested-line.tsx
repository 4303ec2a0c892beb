"use client";
import { useEffect, useRef, useState } from "react";

import { askSuggestion } from "./ask-suggestions.ts";
import type { NextTouch } from "#lib/today/suggestion-queries.ts";

/** What could be brought next, in one line; asked for when the row comes into view. Its place is kept, so that nothing moves. */
export function SuggestedLine({ prospectId }: { prospectId: string }) {
  const line = useRef<HTMLSpanElement>(null);
  const [next, setNext] = useState<NextTouch | null | "asked">("asked");

  useEffect(() => {
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      seen.disconnect();
      void askSuggestion(prospectId).then(setNext);
    });
    seen.observe(line.current!);
    return () => seen.disconnect();
  }, [prospectId]);

  const isAsked = next === "asked";
  return (
    <span ref={line} className="row-next cut" aria-busy={isAsked}>
      {!isAsked && next && say(next)}
    </span>
  );
}

const say = ({ suggested: { kind, why }, said }: NextTouch) => (kind === "wait" || kind === "settle" ? `${said}: ${why}` : said);
