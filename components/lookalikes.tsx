import type { Route } from "next";
import Link from "next/link";

import type { Lookalike } from "#lib/prospects/lookalike.ts";

/** A quiet word that somebody may be on record twice (D9). */
export function Lookalikes({ prospectId, perhaps }: { prospectId: string; perhaps: Lookalike[] }) {
  if (perhaps.length === 0) return null;
  return (
    <p className="lookalikes">
      Perhaps the same person:{" "}
      {perhaps.map(({ id, name }, at) => (
        <span key={id}>
          {at > 0 ? ", " : null}
          <Link href={`/prospects/${prospectId}/merge?with=${id}` as Route} prefetch={false}>
            {name}
          </Link>
        </span>
      ))}
    </p>
  );
}
