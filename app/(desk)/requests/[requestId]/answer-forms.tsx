import { ActionForm } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import type { Going, RequestRow } from "#lib/rights/queries.ts";
import { Ground, groundNames, type RequestKind } from "#lib/rights/request.ts";
import { answerRequestAction, extendRequestAction } from "../actions.ts";

type Props = { request: RequestRow & { going: Going }; furtherUntil: string | null };

/** The three things an admin can do with an open request: what it asks, refuse it on a ground of the law, take the further time the law gives. */
export function AnswerForms({ request, furtherUntil }: Props) {
  return (
    <>
      {request.kind === "erase" ? <EraseForm request={request} /> : <DoneForm request={request} />}
      <details>
        <summary>Refuse it</summary>
        <ActionForm action={answerRequestAction} submit="Refuse it" done="Refused; the person is told why." goTo="/requests">
          <input type="hidden" name="requestId" value={request.id} />
          <input type="hidden" name="as" value="refused" />
          <Entry
            label="What the law allows it on"
            name="ground"
            options={Ground.options.map((value) => ({ value, label: groundNames[value] }))}
            isRequired
          />
          <Entry label="Why, in a sentence they read" name="answer" isRequired isWide />
        </ActionForm>
      </details>
      {furtherUntil ? (
        <details>
          <summary>Take more time</summary>
          <ActionForm action={extendRequestAction} submit={`Answer by ${furtherUntil}`} done="More time is taken; they are told why.">
            <input type="hidden" name="requestId" value={request.id} />
            <Entry label="Why it takes longer" name="because" hint="The law gives more time once, with a reason." isRequired isWide />
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}

const doneLabels: Record<Exclude<RequestKind, "erase">, { hint: string; submit: string }> = {
  export: { hint: "Their own page shows them the same. Hand them the file on the way they asked.", submit: "They have it" },
  correct: { hint: "Correct it on the record first. A name or an address is never changed by itself.", submit: "It is corrected" },
  object: { hint: "Contact has ended already. Nothing else is to be done.", submit: "They are told" },
};

function DoneForm({ request }: Pick<Props, "request">) {
  const { hint, submit } = doneLabels[request.kind as Exclude<RequestKind, "erase">];
  return (
    <section aria-label="Answer">
      <p>{hint}</p>
      {request.kind === "export" ? (
        <p className="empty-acts">
          <a className="btn" href={`/requests/${request.id}/my-data.json`} download>
            JSON
          </a>
          <a className="btn" href={`/requests/${request.id}/my-data.csv`} download>
            CSV
          </a>
        </p>
      ) : null}
      <ActionForm action={answerRequestAction} submit={submit} done="Answered." goTo="/requests">
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="as" value="done" />
        <Entry label="A word to them" name="answer" hint="They read it on their page." isWide />
      </ActionForm>
    </section>
  );
}

function EraseForm({ request }: Pick<Props, "request">) {
  const { namesakes } = request.going;
  return (
    <section aria-label="Erase">
      <h2>What erasing takes</h2>
      <ul className="plain-list">
        {sayGoing(request.going).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <h2>What stays</h2>
      <ul className="plain-list">
        <li>Dates, kinds and channels, so that counts stay true; nothing says any more whose they were.</li>
        <li>Their addresses as hashes on the list of those who must not be contacted, whatever a file brings.</li>
        <li>That they asked and when it was done.</li>
      </ul>
      <ActionForm action={answerRequestAction} submit="Erase for good" done="Erased." goTo="/requests">
        <input type="hidden" name="requestId" value={request.id} />
        <input type="hidden" name="as" value="done" />
        {namesakes.length > 0 ? (
          <fieldset>
            <legend>These have the same e-mail address. Tick those that are the same person.</legend>
            {namesakes.map(({ id, name, companyName, ownerName }) => (
              <label key={id} className="check">
                <input type="checkbox" name="also[]" value={id} />
                <span>
                  {[name, companyName].filter(Boolean).join(", ")} <span className="meta">with {ownerName}</span>
                </span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <p className="meta">
          Their own page tells them that it is done. No mail does: it would need the address that goes. Where they have no link, tell them
          first, the way they asked.
        </p>
        <label className="check">
          <input type="checkbox" name="sure" value="yes" />
          <span>I have read what goes. It cannot be undone.</span>
        </label>
      </ActionForm>
    </section>
  );
}

const some = (count: number, one: string, many: string) => (count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`]);

/** What goes, in words; of a person with nothing but a name, their name. */
function sayGoing({ addresses, facts, touches, planned, decisions, ledger, deals, steps }: Going): string[] {
  return [
    "Their name, work, place and where we have them from",
    ...some(addresses, "address or number", "addresses and numbers"),
    ...some(facts, "fact known about them", "facts known about them"),
    ...some(planned, "planned follow-up, cancelled", "planned follow-ups, cancelled"),
    ...some(touches, "touch: every word written or said in it", "touches: every word written or said in them"),
    ...some(steps, "promise or next step: its words", "promises and next steps: their words"),
    ...some(decisions, "decision: its reasons and what it rested on", "decisions: their reasons and what they rested on"),
    ...some(ledger, "line of the consent ledger: wording and evidence", "lines of the consent ledger: wording and evidence"),
    ...some(deals, "deal: the link to them, and its title where it names them", "deals: the link to them, and titles that name them"),
    "The lines of import files that speak of them",
  ];
}
