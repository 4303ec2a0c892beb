"use client";
import type { Route } from "next";
import Link from "next/link";
import { useState } from "react";

import { Gaps } from "./gaps.tsx";
import { showToast } from "#components/show-toast.ts";
import { useAnswer } from "#components/use-answer.ts";
import type { Plan } from "#lib/follow-up/plan.ts";
import { channelNames } from "#lib/follow-up/vocabulary.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";
import { type Fillings, fillTemplate } from "#lib/value/fill-template.ts";
import { asDraft, type Template } from "#lib/value/template.ts";

type Offered = { templates: Template[]; isMore: boolean; links: Record<string, string> };
type Props = {
  plan: Plan;
  dossier: Dossier;
  myName: string;
  /** Whether somebody asked for a template; the fields left in a draft are shown all the same. */
  isChoosing: boolean;
  onDraft: (draft: string) => void;
};

/** A draft begun with a template, and the fields in it that nothing filled yet. Loaded when it is needed. */
export function TemplateTools({ plan, dossier, myName, isChoosing, onDraft }: Props) {
  const [words, setWords] = useState("");
  const offered = useOffered(plan, words);
  const known = knownOf(plan, dossier, myName, offered?.links ?? {});

  function use(template: Template) {
    const before = plan.draft;
    const { text, missing } = fillTemplate(asDraft(template), known);
    onDraft(text);
    const left =
      missing.length === 0
        ? "Filled in."
        : `Filled in; ${missing.length === 1 ? "one field is" : `${missing.length} fields are`} still open.`;
    showToast({ text: left, tone: missing.length === 0 ? "welcome" : "more", act: { name: "Undo", run: () => onDraft(before) } });
  }

  return (
    <div className="template-tools">
      {isChoosing ? <Choose {...{ offered, words, channel: plan.channel }} onWords={setWords} onUse={use} /> : null}
      <Gaps plan={plan} known={known} onDraft={onDraft} />
    </div>
  );
}

type ChooseProps = {
  offered: Offered | null;
  words: string;
  channel: Plan["channel"];
  onWords: (words: string) => void;
  onUse: (template: Template) => void;
};

function Choose({ offered, words, channel, onWords, onUse }: ChooseProps) {
  if (offered?.templates.length === 0 && words === "")
    return (
      <p className="meta">
        No template yet. <Link href={"/library/templates/new" as Route}>Write one</Link>; what you have typed here is kept.
      </p>
    );
  const fitting = offered?.templates.filter((template) => template.channel === channel) ?? [];
  const others = offered?.templates.filter((template) => template.channel !== channel) ?? [];
  const first = offered?.templates.length === 0 ? "None is called so" : offered ? "Choose a template" : "One moment";
  return (
    <>
      {offered?.isMore || words !== "" ? (
        <label className="template-choice">
          <span>Find one</span>
          <input
            className="input"
            type="search"
            maxLength={200}
            placeholder="A part of its name"
            value={words}
            onChange={({ target }) => onWords(target.value)}
          />
        </label>
      ) : null}
      <label className="template-choice">
        <span>Begin with</span>
        <select
          id="plan-template"
          value=""
          onChange={({ target }) => {
            const chosen = offered?.templates.find(({ id }) => id === target.value);
            if (chosen) onUse(chosen);
          }}
        >
          <option value="">{first}</option>
          <Options label={`For ${channelNames[channel].toLowerCase()}`} templates={fitting} />
          <Options label="For other ways" templates={others} />
        </select>
      </label>
    </>
  );
}

function Options({ label, templates }: { label: string; templates: Template[] }) {
  if (templates.length === 0) return null;
  return (
    <optgroup label={label}>
      {templates.map(({ id, name, language }) => (
        <option key={id} value={id}>
          {name}
          {language ? ` (${language})` : ""}
        </option>
      ))}
    </optgroup>
  );
}

const nothing: Offered = { templates: [], isMore: false, links: {} };

function useOffered({ prospectId, channel, offer }: Plan, words: string): Offered | null {
  const asked = new URLSearchParams({ prospectId, channel, q: words, assetId: offer.assetId ?? "" });
  const answer = useAnswer<Offered>(`/api/templates/composer?${asked}`);
  return answer && (answer.value ?? nothing);
}

/** What is on record of them to fill in; their words are the last they said. */
function knownOf(plan: Plan, { person, touches, assets, facts }: Dossier, myName: string, links: Record<string, string>): Fillings {
  const said = touches.filter(({ theySaid }) => theySaid).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  const asset = plan.offer.kind === "asset" ? assets.find(({ id }) => id === plan.offer.assetId) : undefined;
  return {
    ...{ givenName: person.givenName, company: person.companyName, jobTitle: person.jobTitle, myName, facts },
    theirWords: said[0]?.theySaid ?? null,
    assetTitle: asset?.title ?? null,
    assetLink: (asset && links[asset.id]) ?? null,
  };
}
