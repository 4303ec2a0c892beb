import type { Metadata, Route } from "next";
import Link from "next/link";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";

import { archiveCompanyAction, editCompanyAction, restoreCompanyAction } from "../actions.ts";
import { CompanyFields } from "../company-fields.tsx";
import { ActButton } from "#components/act-button.tsx";
import { ActionForm } from "#components/action-form.tsx";
import { CrumbName } from "#components/crumb.tsx";
import { DealLines } from "#components/deal-lines.tsx";
import { EditHistory } from "#components/edit-history.tsx";
import { PageHead } from "#components/page-head.tsx";
import { Pager } from "#components/pager.tsx";
import { PersonState } from "#components/person-state.tsx";
import { companyFieldNames } from "#lib/companies/company-fields.ts";
import { type CompanyPerson, type CompanyRecord, findCompany, listPeopleAt } from "#lib/companies/queries.ts";
import { listDealsAt } from "#lib/deals/queries.ts";
import { listEdits } from "#lib/events/queries.ts";
import { isId } from "#lib/field.ts";
import { sayClock, sayWhen } from "#lib/follow-up/say-when.ts";
import { Cursor } from "#lib/list-address.ts";
import { requestTime } from "#lib/platform/clock.ts";
import { currentActor } from "#lib/platform/current-actor.ts";
import { countryName } from "#lib/prospects/countries.ts";

export const metadata: Metadata = { title: "Company" };

const Query = z.object({ people: Cursor, deals: Cursor, edits: Cursor });
type Props = { params: Promise<{ companyId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CompanyPage({ params, searchParams }: Props) {
  const actor = await currentActor();
  if (!actor) redirect("/sign-in");
  const { companyId } = await params;
  if (!isId(companyId)) notFound();
  const cursors = Query.parse(await searchParams);
  const now = requestTime();
  const [company, people, deals, edits] = await Promise.all([
    findCompany(actor, companyId),
    listPeopleAt(actor, companyId, cursors.people),
    listDealsAt({ actor, now }, companyId, cursors.deals),
    listEdits(actor, "company.edited", companyId, cursors.edits),
  ]);
  if (!company) notFound();
  const path = `/companies/${companyId}`;

  return (
    <>
      <CrumbName name={company.name} />
      <PageHead title={company.name} note={[company.domain, company.country && countryName(company.country)].filter(Boolean).join(", ")}>
        {company.archivedAt ? (
          <ActButton action={restoreCompanyAction} fields={{ companyId }} done={`${company.name} is back on the lists.`}>
            Restore
          </ActButton>
        ) : (
          <>
            <Link className="btn" href={`/deals/new?companyId=${companyId}` as Route} prefetch={false}>
              Open a deal
            </Link>
            <Link className="btn btn-main" href={`/prospects/new?companyId=${companyId}` as Route} prefetch={false}>
              Add a person
            </Link>
          </>
        )}
      </PageHead>
      <div className="two-columns">
        <div>
          <section>
            <h2>People</h2>
            <People people={people.rows} zone={actor.timeZone} now={now} />
            <Pager path={path} query={{}} name="people" next={people.next} previous={people.previous} />
          </section>
          <section>
            <h2>Deals</h2>
            {deals.rows.length > 0 ? (
              <DealLines deals={deals.rows} viewerZone={actor.timeZone} now={now} />
            ) : (
              <p className="soft">No deal here.</p>
            )}
            <Pager path={path} query={{}} name="deals" next={deals.next} previous={deals.previous} />
          </section>
        </div>
        <div>
          <About company={company} zone={actor.timeZone} now={now} />
          <EditHistory page={edits} cursor={cursors.edits} path={path} names={companyFieldNames} zone={actor.timeZone} now={now} />
        </div>
      </div>
    </>
  );
}

function People({ people, zone, now }: { people: CompanyPerson[]; zone: string; now: Date }) {
  if (people.length === 0) return <p className="soft">Nobody you may see. Add the person you talk to.</p>;
  return (
    <table className="list short-list">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Next</th>
          <th scope="col">Owner</th>
        </tr>
      </thead>
      <tbody>
        {people.map((person) => (
          <tr key={person.id} data-row data-prospect-id={person.id} data-prospect-name={person.name}>
            <th scope="row">
              <Link className="cut" href={`/prospects/${person.id}` as Route} prefetch={false}>
                {person.name}
              </Link>
              {person.jobTitle ? <span className="meta cut">{person.jobTitle}</span> : null}
            </th>
            <td>
              {person.nextAt ? (
                `${sayWhen(zone, person.nextAt, now)}, ${sayClock(zone, person.nextAt)}`
              ) : (
                <PersonState person={person} viewerZone={zone} now={now} />
              )}
            </td>
            <td className="l-owner">
              <span className="cut">{person.ownerName}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function About({ company, zone, now }: { company: CompanyRecord; zone: string; now: Date }) {
  return (
    <section>
      <h2>This company</h2>
      <dl className="fact">
        <dt>Owner</dt>
        <dd>{company.ownerName}</dd>
      </dl>
      <dl className="fact">
        <dt>Added</dt>
        <dd>{sayWhen(zone, company.createdAt, now)}</dd>
      </dl>
      {company.archivedAt ? (
        <p className="soft">Archived {sayWhen(zone, company.archivedAt, now)}.</p>
      ) : (
        <>
          <details className="more-form">
            <summary>Edit</summary>
            <ActionForm
              key={company.version}
              action={editCompanyAction}
              submit="Save"
              done="Saved."
              insist={{ name: "insist", label: "Save what stands here" }}
              keep={`company:${company.id}`}
            >
              <input type="hidden" name="companyId" value={company.id} />
              <input type="hidden" name="version" value={company.version} />
              <CompanyFields {...company} />
            </ActionForm>
          </details>
          <ActButton
            className="remedy"
            action={archiveCompanyAction}
            undo={restoreCompanyAction}
            fields={{ companyId: company.id }}
            done={`${company.name} is archived.`}
          >
            Archive this company
          </ActButton>
        </>
      )}
    </section>
  );
}
