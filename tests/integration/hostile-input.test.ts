import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";

import { db } from "#lib/platform/db.ts";
import { closeQueue } from "#lib/platform/queue.ts";
import { EditField } from "#lib/prospects/edit-field.ts";
import { changeProspectField } from "#lib/schedule/change-prospect.ts";
import { findByWords } from "#lib/search/queries.ts";
import { Group } from "#lib/search/search.ts";
import { CreateTemplate } from "#lib/value/create-template.ts";
import { writeCursor } from "#lib/keyset.ts";
import { ChangeView } from "#lib/views/change-view.ts";
import { listViews } from "#lib/views/queries.ts";
import { SaveView, saveView } from "#lib/views/save-view.ts";
import { aContext, aMember, anOrganisation, aProspect } from "#tests/factories/records.ts";
import { aDesk } from "#tests/factories/touches.ts";

afterAll(() => closeQueue(1));

/** What no text column takes, what no line should hold, and what a page must not run. */
const hostile = [
  "\0",
  "a\0b",
  "\u0001\u0085\u2028",
  "\ud800x",
  "<script>alert(1)</script>",
  "=cmd|'/C calc'!A0",
  "%00",
  "'; --",
  "x".repeat(1_999),
];

describe("a saved view", () => {
  test("keeps a name and a question that no column would take, without what cannot be kept", async () => {
    const maya = await aMember(await anOrganisation());
    const saved = await saveView(aContext(maya), SaveView.parse({ list: "prospects", name: "a\0b\n", address: "q=c%00d&sort=next" }));
    expect(saved).toMatchObject({ ok: true });
    expect(await listViews(maya)).toMatchObject([{ name: "a b", query: { q: "c d", sort: "next" } }]);
    for (const name of ["\0", "\u0001 \t", "x".repeat(61)])
      expect(ChangeView.safeParse({ viewId: randomUUID(), name }).success).toBe(false);
  });

  test("takes over no field that is not the reader's to say", async () => {
    const maya = await aMember(await anOrganisation());
    const other = await aMember(await anOrganisation());
    const over = { id: randomUUID(), orgId: other.orgId, ownerId: other.userId, teamId: other.teamId, archivedAt: "2026-01-01" };
    await saveView(aContext(maya), SaveView.parse({ list: "deals", name: "Mine", address: "view=table&__proto__=x", ...over }));
    const [row] = await db.savedView.findMany({ where: { orgId: maya.orgId } });
    expect(row).toMatchObject({ ownerId: maya.userId, teamId: null, archivedAt: null, query: { view: "table" } });
    expect(row!.id).not.toBe(over.id);
    expect(await db.savedView.count({ where: { orgId: other.orgId } })).toBe(0);
  });
});

test("a field is changed or declined, whatever is typed into it, and never fails", async () => {
  const { rep, prospect } = await aDesk();
  const typed = [...hostile, "javascript:alert(1)", "a@b.example?bcc=evil@x.example", "https://linkedin.com/in/a%00%0d%0ab%22"];
  for (const field of EditField.shape.field.options)
    for (const value of typed) {
      const outcome = await changeProspectField(aContext(rep), EditField.parse({ prospectId: prospect.id, field, value, insist: "yes" }));
      expect(outcome.ok ? [] : [outcome.problem.code], `${field}: ${JSON.stringify(value)}`).toEqual(outcome.ok ? [] : ["invalid"]);
    }
  const points = await db.contactPoint.findMany({
    where: { prospectId: prospect.id },
    select: { kind: true, value: true, normalised: true },
  });
  for (const { value, normalised } of points) expect(`${value}${normalised}`).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
  expect(points.filter(({ kind }) => kind === "email")).toEqual([]);
  expect(points.filter(({ kind }) => kind === "linkedin")).toMatchObject([{ value: "https://www.linkedin.com/in/a%00%0d%0ab%22" }]);
});

test("a search and its pages answer whatever is asked", async () => {
  const maya = await aMember(await anOrganisation());
  await aProspect(maya, { name: "Ana Montenegro" });
  const signs = ["'':*", "a&b|c!(", "abc'def", "-abc-", "@@@abc", "a:*b", "%_\\", "ab cd ef gh ij kl mn", "((((", "<-> abc"];
  const keys = [
    null,
    "",
    "0",
    "1",
    "9x",
    "é",
    "1\ud800",
    "0\u0001",
    "\0",
    "2026-01-01",
    "2199-12-31T00:00:00Z",
    "1e3",
    "+275760-09-13T00:00:00.000Z",
  ];
  for (const group of Group.options) {
    for (const q of [...hostile, ...signs]) await findByWords(aContext(maya), q, [group], { size: 5, ownFirst: true });
    for (const key of keys)
      for (const back of [true, false])
        await findByWords(aContext(maya), "ana mont", [group], { size: 5, cursor: writeCursor({ key, id: randomUUID(), back }) });
  }
  expect((await findByWords(aContext(maya), "ana\0mont", ["people"], { size: 5 })).people!.hits).toHaveLength(1);
});

test("a template of a megabyte is declined in one sentence", () => {
  const fields = { name: "Long", channel: "email", language: "en", subject: "", shared: "" };
  for (const piece of ["{{", "{{x}}", "}}{{", "{{ : : "]) {
    const parsed = CreateTemplate.safeParse({ ...fields, body: piece.repeat(1_000_000 / piece.length) });
    expect(parsed.error!.issues.map(({ message }) => message)).toEqual(["Keep it under 10,000 characters."]);
  }
});
