"use client";
import { useEffect, useMemo, useState } from "react";

import { fetchPart } from "#components/fetch-part.ts";
import type { Draft, Person } from "#components/log-draft.ts";
import { type Named, withLine } from "#components/log-line-draft.ts";
import type { FoundProspect } from "#components/prospect-picker.tsx";
import { useAnswer } from "#components/use-answer.ts";
import type { LineContext, LineReading } from "#lib/touches/read-line.ts";
import type { Reach } from "#lib/touches/reach.ts";

type ReadLine = (line: string, context: LineContext) => LineReading;
export type Asset = { id: string; title: string; expiresOn: string | null; given: number; welcomed: number; sharedAt: string | null };

/** What the line of a draft says, who it names, and the draft with both in it. */
export function useLine(draft: Draft, fresh: Draft, context: { zone: string; assets: readonly Asset[] | null; theirZone: string | null }) {
  const readLine = useReader();
  const { zone, assets, theirZone } = context;
  const reading = useMemo(
    () =>
      readLine && draft.line.trim()
        ? readLine(draft.line, { now: draft.lineAt ? new Date(draft.lineAt) : new Date(), zone, theirZone, assets: assets ?? [] })
        : null,
    [readLine, draft.line, draft.lineAt, zone, theirZone, assets],
  );
  const named = useNamed(draft.byHand.includes("prospect") ? null : (reading?.who ?? null), fresh.prospect);
  const shown = useMemo(() => withLine(draft, reading, named, fresh), [draft, reading, named, fresh]);
  return { reading, named, shown };
}

/** The parser comes with its dates when the sheet is open; without it, out of reach, the line is kept as a note. */
function useReader(): ReadLine | null {
  const [reader, setReader] = useState<{ readLine: ReadLine } | null>(null);
  useEffect(() => {
    fetchPart(() => import("#lib/touches/read-line.ts"))
      .then(setReader)
      .catch(() => setReader({ readLine: asNote }));
  }, []);
  return reader?.readLine ?? null;
}

const asNote: ReadLine = (line) => ({
  ...{ who: null, channel: null, direction: null, disposition: null, objectionKind: null, offer: null, unmatched: null, ask: null },
  ...{ theySaid: null, at: null, callBackOn: null, pausedUntil: null, step: null, next: null, note: line, parts: [] },
});

const words = (text: string) => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").split(/\s+/);

/** Whether every word that names somebody is a word of this name. */
const bears = (who: string, name: string) => {
  const own = words(name);
  return words(who).every((word) => own.includes(word));
};
const isCalled = (who: string, name: string) => words(who).every((word, index) => words(name)[index] === word);

/** Those whom a name fits best: whose own name begins with it, else who bear it anywhere, else with their company. */
function bestBearers<P extends Person & { detail?: string }>(who: string, people: readonly P[]): P[] {
  const distinct = [...new Map(people.map((person) => [person.id, person])).values()];
  const fits = [
    ({ name }: P) => isCalled(who, name),
    ({ name }: P) => bears(who, name),
    ({ name, detail = "" }: P) => bears(who, `${name} ${detail}`),
  ];
  return fits.map((fit) => distinct.filter(fit)).find((bearers) => bearers.length > 0) ?? [];
}

/** The one among these people whom a name fits best. */
export function namedAmong(who: string, people: readonly Person[]): Named {
  const [only, other] = bestBearers(who, people);
  return only && !other ? { state: "found", person: only } : { state: "nobody" };
}

/** As many as a search answers: there may be more. */
const mostFound = 8;

/**
 * Who of those a search found is meant: the one whom the name fits best; where it fits several equally the rep chooses. Who begins with the name is
 * found first, so that a full page hides none of them. Whose record it is (`atHand`) gives way only to somebody who bears that very name.
 */
export function namedIn(who: string, found: readonly (FoundProspect & { near?: boolean })[], atHand: Person | null): Named {
  const bearers = bestBearers(who, found);
  const [only, other] = bearers;
  const mayBeMore = found.filter(({ near }) => !near).length >= mostFound;
  if (only && !other && (!mayBeMore || isCalled(who, only.name))) return { state: "found", person: { id: only.id, name: only.name } };
  const choice = atHand ? bearers : found;
  return { state: choice.length > 0 ? "several" : "nobody" };
}

const peopleOnPage = (): Person[] =>
  [...document.querySelectorAll<HTMLElement>("main [data-prospect-id][data-prospect-name]")].map(({ dataset }) => ({
    id: dataset.prospectId!,
    name: dataset.prospectName!,
  }));

/** Looks a name up. Where the server cannot be asked, whoever stands on the page is looked at. */
function useNamed(who: string | null, atHand: Person | null): Named {
  const isAtHand = who !== null && atHand !== null && bears(who, atHand.name);
  const wanted = isAtHand ? null : who;
  const asked = wanted ? `/api/search?in=people&q=${encodeURIComponent(wanted)}` : null;
  const answer = useAnswer<{ people: { hits: FoundProspect[] } }>(asked, 120);

  return useMemo((): Named => {
    if (!wanted) return { state: "none" };
    if (answer?.question !== asked) return { state: "looking" };
    if (!answer.value) return namedAmong(wanted, peopleOnPage());
    return namedIn(wanted, answer.value.people.hits, atHand);
  }, [wanted, asked, answer, atHand]);
}

/** What a call or a letter to them begins with; null until it is known, or out of reach. */
export function useReach(prospectId: string | null, followUpId: string | null): Reach | null {
  const [known, setKnown] = useState<{ prospectId: string; reach: Reach } | null>(null);
  useEffect(() => {
    if (!prospectId) return undefined;
    const request = new AbortController();
    askReach(prospectId, followUpId, request.signal)
      .then((reach) => reach && setKnown({ prospectId, reach }))
      .catch(() => undefined); // out of reach: the sheet works without it
    return () => request.abort();
  }, [prospectId, followUpId]);
  return known?.prospectId === prospectId ? known.reach : null;
}

export async function askReach(prospectId: string, followUpId: string | null, signal?: AbortSignal): Promise<Reach | null> {
  const query = followUpId ? `?followUpId=${followUpId}` : "";
  const response = await fetch(`/api/prospects/${prospectId}/reach${query}`, { ...(signal && { signal }) });
  if (!response.ok) return null;
  const reach = (await response.json()) as Reach;
  return { ...reach, plan: { ...reach.plan, at: new Date(reach.plan.at) } };
}

/** The library by title, and what somebody had of it; null until it has come. */
export function useAssets(prospectId: string | null): Asset[] | null {
  const [assets, setAssets] = useState<Asset[] | null>(null);
  useEffect(() => {
    fetch(`/api/assets/picker?prospectId=${prospectId ?? ""}`)
      .then((response) => (response.ok ? (response.json() as Promise<{ assets: Asset[] }>) : { assets: [] }))
      .then(({ assets }) => setAssets(assets))
      .catch(() => setAssets([]));
  }, [prospectId]);
  return assets;
}
