import { useRef } from "react";

import { Finding } from "#components/balance/finding.tsx";
import { Rule } from "#components/rule.tsx";
import type { PhraseHit } from "#lib/language/phrases.ts";

type Props = { draft: string; hits: PhraseHit[]; onChange: (draft: string) => void; onCut: (hit: PhraseHit) => void };

/** The letter, with the phrases to mend underlined where they stand and listed below with a one-press cut. */
export function DraftField({ draft, hits, onChange, onCut }: Props) {
  const marks = useRef<HTMLDivElement>(null);
  return (
    <section className="draft" aria-label="Draft">
      <div className="head">
        <label className="label" htmlFor="plan-draft">
          Draft
        </label>
        {hits.length > 0 && (
          <Finding tone="more" icon="plus">
            {hits.length === 1 ? "1 phrase to mend" : `${hits.length} phrases to mend`}
          </Finding>
        )}
      </div>
      <div className="letter marked">
        <div ref={marks} className="marks" aria-hidden="true">
          <Marked draft={draft} hits={hits} />
        </div>
        <textarea
          id="plan-draft"
          value={draft}
          rows={7}
          maxLength={20_000}
          placeholder="Optional. What you would write or say, in your words."
          onChange={(event) => onChange(event.target.value)}
          onScroll={(event) => marks.current?.scrollTo({ top: event.currentTarget.scrollTop })}
        />
      </div>
      {hits.length > 0 && (
        <ol className="lints">
          {hits.map((hit, i) => (
            <li key={`${hit.id}${hit.from}`} className={hit.severity === 3 ? "t-never" : "t-more"}>
              <b>{i + 1}</b>
              <span>
                “{hit.phrase.trim()}”: {hit.why}{" "}
                <button type="button" className="remedy" onClick={() => onCut(hit)}>
                  Cut it
                </button>
                {hit.better && <span className="better">Instead: {hit.better}</span>}
              </span>
              <Rule id={hit.rule} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Marked({ draft, hits }: { draft: string; hits: PhraseHit[] }) {
  const ends = hits.map(({ to }) => to);
  return (
    <>
      {hits.map(({ id, from, to, severity }, i) => (
        <span key={`${id}${from}`}>
          {draft.slice(ends[i - 1] ?? 0, from)}
          <span className={severity === 3 ? "lint never" : "lint"}>{draft.slice(from, to)}</span>
        </span>
      ))}
      {draft.slice(ends.at(-1) ?? 0)}
      {"\n"}
    </>
  );
}
