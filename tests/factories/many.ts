import { expect } from "vitest";

import type { Page } from "#lib/keyset.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { newId } from "#lib/platform/ids.ts";
import { testNow } from "#tests/factories/records.ts";

/** Reads a list to its end, page by page, and back; both ways are the same pages, and no row comes twice. */
export async function readThrough<Row extends { id: string }>(list: (cursor: string) => Promise<Page<Row>>): Promise<Row[]> {
  const pages = [await list("")];
  expect(pages[0]!.previous).toBeNull();
  for (let next = pages[0]!.next; next; next = pages.at(-1)!.next) pages.push(await list(next));
  for (let i = pages.length - 1; i > 0; i -= 1) {
    const before = await list(pages[i]!.previous!);
    expect(before.rows).toEqual(pages[i - 1]!.rows);
    expect(before.previous === null).toBe(i === 1);
  }
  const rows = pages.flatMap((page) => page.rows);
  expect(Math.max(...pages.map((page) => page.rows.length))).toBeLessThanOrEqual(50);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  return rows;
}

/** As many, made of their place. */
export const many = <T>(count: number, of: (place: number) => T): T[] => Array.from({ length: count }, (_, i) => of(i));

/** Follow-ups with a person at these instants, on decisions that passed. */
export async function plannedAt({ orgId, userId }: Actor, { id: prospectId }: { id: string }, instants: Date[]): Promise<void> {
  const placed = instants.map((at) => ({ orgId, id: newId(testNow), prospectId, channel: "email", at }));
  const scores = { consentPassed: true, value: 30, bar: 20, consent: 100, cadence: 50, policyVersion: 1 };
  const said = { verdict: "allow", occasion: "planned", reasons: [], inputs: {}, byId: userId, judgedAt: testNow };
  await db.gateDecision.createMany({ data: placed.map((row) => ({ ...row, ...scores, ...said, passed: true })) });
  const words = { askSize: "reply", offerKind: "news", offerText: "News", helps: "It helps them." };
  await db.followUp.createMany({
    data: placed.map(({ id, ...row }) => ({
      ...{ ...row, ...words, id: newId(testNow), decisionId: id, decisionPassed: true, ownerId: userId, state: "scheduled" },
    })),
  });
}
