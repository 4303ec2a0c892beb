import type { Metadata, Route } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";

import { createDealAction } from "../actions.ts";
import { DealFields } from "../deal-fields.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { findCompany } from "#lib/companies/queries.ts";
import { findCurrency, listStages } from "#lib/deals/queries.ts";
import { isId } from "#lib/field.ts";
import type { Actor } from "#lib/platform/context.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { ProspectListQuery } from "#lib/prospects/list.ts";
import { findProspectRecord, listProspects } from "#lib/prospects/queries.ts";

export const metadata: Metadata = { title: "Open a deal" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewDealPage({ searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { prospectId, companyId, ...asked } = await searchParams;
  const [prospect, company] = await Promise.all([
    isId(prospectId) ? findProspectRecord(actor, prospectId) : null,
    isId(companyId) ? findCompany(actor, companyId) : null,
  ]);
  if (!prospect && !company) return <WhoWith actor={actor} query={ProspectListQuery.parse({ q: asked.q, cursor: asked.cursor })} />;

  const [stages, currency] = await Promise.all([listStages(actor), findCurrency(actor)]);
  const withWhom = [prospect?.name, prospect?.company?.name ?? company?.name].filter(Boolean).join(", ");
  return (
    <>
      <PageHead title="Open a deal" note={`With ${withWhom}`} />
      <ActionForm
        className="entries sheet-form narrow-form"
        action={createDealAction}
        submit="Open this deal"
        done="Opened."
        goTo="/deals/:id"
        cancelTo="/deals"
        keep={`deal:new:${(prospect ?? company)?.id ?? ""}`}
      >
        {prospect ? <input type="hidden" name="prospectId" value={prospect.id} /> : null}
        {!prospect && company ? <input type="hidden" name="companyId" value={company.id} /> : null}
        <DealFields currency={currency} />
        <Entry
          label="Stage"
          name="stageId"
          options={stages.filter(({ kind }) => kind === "open").map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Entry
          label="What have they agreed to so far?"
          name="agreement"
          rows={3}
          hint="In their words. Leave it empty if nothing yet: the deal is then marked as hoped (G1)."
        />
      </ActionForm>
    </>
  );
}

/** Whom the deal is with: a search that works as a plain page. */
async function WhoWith({ actor, query }: { actor: Actor; query: ProspectListQuery }) {
  const { q } = query;
  const isAsked = q.trim() !== "";
  const page = isAsked ? await listProspects({ actor, now: requestTime() }, query) : { rows: [], next: null, previous: null };
  return (
    <>
      <PageHead title="Open a deal" note="Whom is it with?" />
      <form className="list-filters" role="search" aria-label="Find the person">
        <label className="list-search">
          <span className="sr">Search by name, company or e-mail</span>
          <input type="search" name="q" defaultValue={q} placeholder="Name, company or e-mail" maxLength={200} />
        </label>
        <button className="btn btn-main">Find</button>
      </form>
      <div className="who-with">
        {isAsked && page.rows.length === 0 ? <p className="soft">Nobody found. Check the spelling, or add the person first.</p> : null}
        <ul className="plain-rows">
          {page.rows.map(({ id, name, jobTitle, companyName }) => (
            <li key={id} data-row>
              <Link href={`/deals/new?prospectId=${id}` as Route} prefetch={false}>
                {name}
              </Link>
              <span className="soft">{[jobTitle, companyName].filter(Boolean).join(", ")}</span>
            </li>
          ))}
        </ul>
        <Pager path="/deals/new" query={{ q }} next={page.next} previous={page.previous} />
        <p className="meta">
          A deal can also be opened from a person’s record or a company’s page. <Link href={"/companies" as Route}>See the companies</Link>
        </p>
      </div>
    </>
  );
}
