import { type ReactNode, useRef } from "react";

import { Finding } from "#components/balance/finding.tsx";
import { Rule } from "#components/rule.tsx";
import type { PhraseHit } from "#lib/language/phrases.ts";
import { mergeFieldsIn } from "#lib/value/fill-template.ts";

type Props = {
  draft: string;
  hits: PhraseHit[];
  onChange: (draft: string) => void;
  onCut: (hit: PhraseHit) => void;
  /** Asks for a template to begin with. */
  onTemplate: () => void;
  /** What a template brings along: its choice, and the fields still open. */
  tools: ReactNode;
};

/** The letter, with the phrases to mend underlined where they stand and listed below with a one-press cut. */
export function DraftField({ draft, hits, onChange, onCut, onTemplate, tools }: Props) {
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
        <button type="button" className="remedy" onClick={onTemplate}>
          Use a template
        </button>
      </div>
      {tools}
      <div className="letter marked">
        <div ref={marks} className="marks" aria-hidden="true">
          <Marked draft={draft} marks={marksIn(draft, hits)} />
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

type Mark = { from: number; to: number; className: string };

/** Phrases to mend, and fields of a template that nobody filled; where they meet the first stands for both. */
function marksIn(draft: string, hits: PhraseHit[]): Mark[] {
  const phrases = hits.map(({ from, to, severity }) => ({ from, to, className: severity === 3 ? "lint never" : "lint" }));
  const fields = mergeFieldsIn(draft).map(({ from, to }) => ({ from, to, className: "lint gap" }));
  const marks = [...phrases, ...fields].toSorted((a, b) => a.from - b.from);
  return marks.filter(({ from }, i) => i === 0 || from >= marks[i - 1]!.to);
}

function Marked({ draft, marks }: { draft: string; marks: Mark[] }) {
  const ends = marks.map(({ to }) => to);
  return (
    <>
      {marks.map(({ from, to, className }, i) => (
        <span key={from}>
          {draft.slice(ends[i - 1] ?? 0, from)}
          <span className={className}>{draft.slice(from, to)}</span>
        </span>
      ))}
      {draft.slice(ends.at(-1) ?? 0)}
      {"\n"}
    </>
  );
}
