import { describe, expect, test } from "vitest";

import type { Outcome } from "#lib/outcome.ts";
import { archiveTemplate } from "#lib/value/archive-template.ts";
import { CreateTemplate, createTemplate } from "#lib/value/create-template.ts";
import { EditTemplate, editTemplate } from "#lib/value/edit-template.ts";
import { restoreTemplate } from "#lib/value/restore-template.ts";
import { ComposerQuery, findForComposer, findTemplate, listTemplates, TemplateListQuery } from "#lib/value/template-queries.ts";
import type { Actor } from "#lib/platform/context.ts";
import { db } from "#lib/platform/db.ts";
import { aContext, aMember, anOrganisation, aProspect, aTeam, testNow } from "../factories/records.ts";

const there = await anOrganisation();
const maya = await aMember(there);
const kees = await aMember(there);
const femke = await aMember(there, { team: await aTeam(there) });
const omar = await aMember(there, { role: "manager", team: { id: femke.teamId } });
const stranger = await aMember(await anOrganisation(), { role: "admin" });

const written = { name: "After the fair", channel: "email", body: "Dear {{given name}}" };
const asked = TemplateListQuery.parse({});

async function kept<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const answer = await outcome;
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}
const write = (actor = maya, over: object = {}) => kept(createTemplate(aContext(actor), CreateTemplate.parse({ ...written, ...over })));
const edit = (templateId: string, over: object = {}) => EditTemplate.parse({ ...written, templateId, version: 1, ...over });

describe("whose a template is", () => {
  test("one's own is seen and changed by nobody else, not even a manager", async () => {
    const { id } = await write();
    for (const actor of [kees, femke, omar, stranger]) {
      expect(await findTemplate(actor, id)).toBeNull();
      expect((await listTemplates(actor, asked)).rows.map((row) => row.id)).not.toContain(id);
      for (const outcome of [
        await editTemplate(aContext(actor), edit(id, { name: "Mine now" })),
        await archiveTemplate(aContext(actor), { templateId: id }),
        await restoreTemplate(aContext(actor), { templateId: id }),
      ])
        expect(outcome).toEqual({ ok: false, problem: { code: "not-found" } });
    }
    expect(await findTemplate(maya, id)).toMatchObject({ name: written.name, version: 1, isOwn: true, mayChange: true });
  });

  test("a shared one is used by the team and changed by its owner or a manager", async () => {
    const { id } = await write(maya, { shared: "yes" });
    expect(await findTemplate(kees, id)).toMatchObject({ isOwn: false, mayChange: false });
    expect(await findTemplate(femke, id)).toBeNull();
    expect(await findTemplate(stranger, id)).toBeNull();
    expect(await editTemplate(aContext(kees), edit(id))).toEqual({ ok: false, problem: { code: "not-found" } });
    expect(await editTemplate(aContext(omar), edit(id, { shared: "yes", name: "Kinder" }))).toMatchObject({ ok: true });
    expect(await findTemplate(maya, id)).toMatchObject({ name: "Kinder", version: 2 });
  });
});

test("a field that nothing could fill is refused when it is written, by the field it stands in", () => {
  const problems = (over: object) =>
    CreateTemplate.safeParse({ ...written, ...over }).error?.issues.map(({ path, message }) => [path[0], message]);
  expect(problems({ body: "Dear {{first name}} {{fact: x}}" })).toEqual([["body", expect.stringContaining("{{first name}}")]]);
  expect(problems({ subject: "For {{company" })).toEqual([["subject", expect.stringContaining("“{{”")]]);
  expect(problems({ body: " " })).toEqual([["body", "Write what it says."]]);
});

test("the linter reads it on saving, and says what it found", async () => {
  expect((await write(maya, { body: "Just checking in, {{given name}}." })).notices).toEqual([expect.stringContaining("Just checking in")]);
  const { id, notices } = await write();
  expect(notices).toEqual([]);
  const saved = await kept(editTemplate(aContext(maya), edit(id, { body: "I still haven't heard from you." })));
  expect(saved.notices).toHaveLength(1);
});

test("two who change it at once see each other; insisting is recorded with what it changed", async () => {
  const { id } = await write(maya, { shared: "yes" });
  await kept(editTemplate(aContext(omar), edit(id, { shared: "yes", body: "Good day, {{given name}}" })));
  const late = await editTemplate(aContext(maya), edit(id, { shared: "yes", body: "Hello {{given name}}" }));
  expect(late).toMatchObject({
    ok: false,
    problem: { code: "conflict", theirs: { by: omar.name, version: 2, fields: { body: "Good day, {{given name}}", shared: "yes" } } },
  });
  const later = new Date(testNow.getTime() + 60_000);
  await kept(editTemplate(aContext(maya, later), edit(id, { shared: "yes", body: "Hello {{given name}}", insist: "yes" })));
  const events = await db.event.findMany({ where: { orgId: there.id, subjectId: id, kind: "template.edited" }, orderBy: { id: "asc" } });
  expect(events.map(({ data }) => data)).toMatchObject([
    { changes: { body: [written.body, "Good day, {{given name}}"] } },
    { version: 3, changes: { body: ["Good day, {{given name}}", "Hello {{given name}}"] } },
  ]);
});

const compose = (actor: Actor, prospectId: string, over: object = {}) =>
  findForComposer(actor, ComposerQuery.parse({ prospectId, ...over }));

test("what does not fit into the choice is found by a part of its name; those for the channel come first", async () => {
  const rep = await aMember(await anOrganisation());
  const prospect = await aProspect(rep);
  for (let n = 0; n < 60; n += 1) await write(rep, { name: `Audit ${String(n).padStart(2, "0")}` });
  await write(rep, { name: "Zinc 100%_pure", channel: "phone", subject: "" });
  const usual = (await compose(rep, prospect.id))!;
  expect([usual.templates.length, usual.isMore]).toEqual([50, true]);
  expect(usual.templates.map(({ name }) => name)).not.toContain("Audit 59");
  expect((await compose(rep, prospect.id, { q: "audit 59" }))!).toMatchObject({ templates: [{ name: "Audit 59" }], isMore: false });
  expect((await compose(rep, prospect.id, { q: "%_p" }))!.templates.map(({ name }) => name)).toEqual(["Zinc 100%_pure"]);
  expect((await compose(rep, prospect.id, { channel: "phone" }))!.templates[0]!.name).toBe("Zinc 100%_pure");
});

test("a letter carries the link of what it brings, of one's own organisation alone", async () => {
  const prospect = await aProspect(maya);
  const asset = { orgId: maya.orgId, kind: "article", title: "Audit rule", url: "https://example.com/audit", topics: [] };
  const { id: assetId } = await db.valueAsset.create({ data: { ...asset, id: crypto.randomUUID(), createdById: maya.userId } });
  expect((await compose(maya, prospect.id, { assetId }))!.links).toEqual({ [assetId]: asset.url });
  expect((await compose(maya, prospect.id))!.links).toEqual({});
  const theirs = await aProspect(stranger);
  expect((await compose(stranger, theirs.id, { assetId }))!.links).toEqual({});
});

test("archived it is no beginning any more, until it is restored", async () => {
  const { id } = await write();
  const prospect = await aProspect(maya);
  const offered = async () => (await compose(maya, prospect.id))!.templates.map((template) => template.id);
  expect(await offered()).toContain(id);
  await kept(archiveTemplate(aContext(maya), { templateId: id }));
  expect(await offered()).not.toContain(id);
  expect(await editTemplate(aContext(maya), edit(id))).toMatchObject({ ok: false, problem: { code: "conflict" } });
  await kept(restoreTemplate(aContext(maya), { templateId: id }));
  expect(await offered()).toContain(id);
});

test("the composer opens for nobody's person but one's own", async () => {
  const prospect = await aProspect(maya);
  for (const outsider of [femke, stranger]) expect(await compose(outsider, prospect.id)).toBeNull();
});

test("the list pages by name, each once, forth and back", async () => {
  const org = await anOrganisation();
  const rep = await aMember(org);
  for (let n = 0; n < 52; n += 1) await write(rep, { name: `Tie ${n % 3}` });
  const first = await listTemplates(rep, asked);
  const second = await listTemplates(rep, TemplateListQuery.parse({ cursor: first.next }));
  const back = await listTemplates(rep, TemplateListQuery.parse({ cursor: second.previous }));
  expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(52);
  expect(back.rows.map(({ id }) => id)).toEqual(first.rows.map(({ id }) => id));
});
