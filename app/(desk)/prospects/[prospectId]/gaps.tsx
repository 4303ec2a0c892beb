import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";

import { addFactAction } from "../actions.ts";
import { Rule } from "#components/rule.tsx";
import { showToast } from "#components/show-toast.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { sentence } from "#lib/outcome.ts";
import { FactOrigin, originNames } from "#lib/prospects/fact-origin.ts";
import { type Fillings, fillTemplate, type MergeField, mergeFieldsIn, sayUnfilled } from "#lib/value/fill-template.ts";

type Props = { plan: Plan; known: Fillings; onDraft: (draft: string) => void };

/** The fields nothing filled, each with the shortest way to mend it. While one is left the plan does not pass (V7). */
export function Gaps({ plan, known, onDraft }: Props) {
  const fields = mergeFieldsIn(plan.draft);
  if (fields.length === 0) return null;
  const { text, missing } = fillTemplate(plan.draft, known);
  return (
    <section className="gaps" id="plan-gaps" tabIndex={-1} aria-label="Fields to fill in">
      {text === plan.draft ? null : (
        <button type="button" className="btn btn-main" onClick={() => onDraft(text)}>
          Fill in what is known now
        </button>
      )}
      <ol>
        {missing.map((field) => {
          const { rule, sentence } = sayUnfilled(field, known);
          return (
            <li key={field.from}>
              <p>
                {sentence} <Rule id={rule} />
              </p>
              <Mend field={field} plan={plan} known={known} onDraft={onDraft} />{" "}
              <button type="button" className="remedy" onClick={() => onDraft(without(plan.draft, fields, field.name))}>
                Cut it
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** The draft without every place where that field stands. */
function without(draft: string, fields: MergeField[], name: string): string {
  let text = draft;
  for (const { from, to } of fields.filter((field) => field.name === name).toReversed()) text = text.slice(0, from) + text.slice(to);
  return text;
}

function Mend({ field: { name, why }, plan, known, onDraft }: Props & { field: ReturnType<typeof fillTemplate>["missing"][number] }) {
  if (why !== "unknown") return null;
  if (name.startsWith("fact:")) return <AddFact name={name} plan={plan} known={known} onDraft={onDraft} />;
  if (name === "asset link" && plan.offer.assetId)
    return (
      <Link className="remedy" href={`/library/${plan.offer.assetId}` as Route}>
        Say in the library where it is
      </Link>
    );
  if (name === "asset title" || name === "asset link")
    return (
      <button type="button" className="remedy" onClick={() => document.getElementById("plan-offer")?.focus()}>
        Choose what to bring
      </button>
    );
  if (name === "their words")
    return (
      <button type="button" className="remedy" data-open-log data-prospect-id={plan.prospectId} data-prospect-name={known.givenName ?? ""}>
        Log what they said
      </button>
    );
  return (
    <Link className="remedy" href={`/prospects/${plan.prospectId}/edit` as Route}>
      Add it to the record
    </Link>
  );
}

/** The fact that is missing, written down where it is missed: how we know it is asked here, too (C8). */
function AddFact({ name, plan, known, onDraft }: Props & { name: string }) {
  const router = useRouter();
  const [value, setValue] = useState("");
  const [origin, setOrigin] = useState<FactOrigin>("told_us");
  const [pending, start] = useTransition();
  const plain = name.slice(5).trim();
  const label = plain.charAt(0).toUpperCase() + plain.slice(1);

  function keep() {
    start(async () => {
      const outcome = await addFactAction(null, { prospectId: plan.prospectId, label, value, origin, onDay: null });
      if (!outcome.ok) return showToast({ text: sentence(outcome.problem), tone: "more" });
      onDraft(fillTemplate(plan.draft, { ...known, facts: [...known.facts, { label, value: value.trim(), origin }] }).text);
      showToast({ text: origin === "observed" ? "Kept, but not for use in a message (C8)." : "Kept, and filled in." });
      router.refresh();
    });
  }

  return (
    <fieldset className="add-fact" aria-busy={pending}>
      <legend className="sr">Add the fact: {label}</legend>
      <label>
        <span>{label}</span>
        <input
          className="input"
          value={value}
          maxLength={500}
          onChange={({ target }) => setValue(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            if (value.trim()) keep();
          }}
        />
      </label>
      <label>
        <span>How do you know?</span>
        <select value={origin} onChange={({ target }) => setOrigin(FactOrigin.parse(target.value))}>
          {Object.entries(originNames).map(([each, said]) => (
            <option key={each} value={each}>
              {said}
            </option>
          ))}
        </select>
      </label>
      <button type="button" className="btn" disabled={pending || !value.trim()} onClick={keep}>
        Keep and fill in
      </button>
    </fieldset>
  );
}
