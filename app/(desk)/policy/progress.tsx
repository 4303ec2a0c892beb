"use client";
import { usePolled } from "#components/use-polled.ts";

type Counts = { total: number; judged: number; held: number; finishedAt?: string | null; failedAt?: string | null };

/** How far judging again has come; it goes on without anyone watching. */
export function Progress({ version, ...first }: { version: number } & Counts) {
  const { answer, lost } = usePolled<Counts>(`/api/policy/${version}`, first, ({ finishedAt, failedAt }) =>
    Boolean(finishedAt ?? failedAt),
  );
  const { total, judged, held } = answer;
  const count = (number: number) => <span className="n">{number.toLocaleString("en-GB")}</span>;
  return (
    <section className="rollout" aria-live="polite">
      <h2 id="judging-again">Judging again by version {version}</h2>
      <progress max={Math.max(total, judged, 1)} value={judged} aria-labelledby="judging-again" />
      <p>
        {count(judged)} of {count(Math.max(total, judged))} planned follow-ups, {count(held)} held. You may leave this page; it goes on.
      </p>
      {lost ? <p className="meta">The connection is gone for the moment. The work goes on; this page catches up when it is back.</p> : null}
    </section>
  );
}
