import { ActButton } from "#components/act-button.tsx";
import { ActionForm, type FormAction } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { Icon } from "#components/icon.tsx";
import { Rule } from "#components/rule.tsx";
import { sayDayOf } from "#lib/preferences/words.ts";
import { basisNames } from "#lib/follow-up/basis-names.ts";
import { askedSince, daysBetweenAsks } from "#lib/preferences/asking.ts";
import { type LawOfAsking, unlawfulAsk } from "#lib/preferences/law-of-asking.ts";

export type LastAsk = { at: Date; state: "queued" | "sent" | "failed" | "dropped" };
export type Asking = {
  /** How far the question is: answered by themselves, noted by a rep, or open. */
  answer: "answered" | "noted" | "none";
  last: LastAsk | null;
  /** Why they may not be asked just now. */
  whyNot: string | null;
  hasEmail: boolean;
  law: LawOfAsking;
};

/** Whether our last question reached them, or is on its way. */
export const isAsked = ({ last }: Asking) => last?.state === "sent" || last?.state === "queued";

type Props = { prospectId: string; name: string; asking: Asking; ask: FormAction; zone: string; now: Date };

/** The question how they want to be contacted (C1): to be put, put and not answered yet, or answered. */
export function Ask({ prospectId, name, asking, ask, zone, now }: Props) {
  const { answer, last, whyNot, hasEmail, law } = asking;
  const reached = isAsked(asking) ? last : null;
  if (answer === "answered") return reached ? <p className="meta">Asked on {sayDayOf(zone, reached.at)}, answered.</p> : null;
  if (reached && reached.at > askedSince(now)) return <Waiting last={reached} zone={zone} />;
  if (!hasEmail) return null;
  return (
    <>
      {last && !reached ? (
        <p className="finding t-never">
          <Icon name="no" /> Our question of {sayDayOf(zone, last.at)} {last.state === "failed" ? "could not be delivered" : "was not sent"}
        </p>
      ) : null}
      {whyNot ? (
        <p className="soft">{whyNot}</p>
      ) : law.may !== "yes" ? (
        <AskByLaw {...{ prospectId, name, law, ask }} />
      ) : (
        <ActButton action={ask} fields={{ prospectId }} done={`Asked. The link goes to ${name} alone.`}>
          <Icon name="mail" /> Ask {name}
        </ActButton>
      )}
    </>
  );
}

/** Where the law wants a consent or a reason for the question itself (C9): what it says, what is open, and what could be stated. */
function AskByLaw({ prospectId, name, law, ask }: Pick<Props, "prospectId" | "name" | "ask"> & { law: LawOfAsking }) {
  return (
    <>
      <p className="soft">
        {unlawfulAsk(law, null)} <Rule id="C9" />
      </p>
      {law.bases.length > 0 ? (
        <details className="as-table">
          <summary>State why we may ask by mail</summary>
          <ActionForm action={ask} submit={`Ask ${name}`} done={`Asked. The link goes to ${name} alone.`}>
            <input type="hidden" name="prospectId" value={prospectId} />
            <Entry label="Why we may" name="basis" options={law.bases.map((value) => ({ value, label: basisNames[value] }))} />
            <Entry label="What shows it" name="note" placeholder="The ledger keeps it" />
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}

function Waiting({ last: { at, state }, zone }: { last: LastAsk; zone: string }) {
  const again = new Date(at.getTime() + daysBetweenAsks * 24 * 60 * 60_000);
  return (
    <>
      <p className="said finding t-soon">
        <Icon name="clock" /> Asked on {sayDayOf(zone, at)}, no answer yet
      </p>
      <p className="meta">
        {state === "queued" ? "The message waits in the outbox. " : ""}They can be asked again from {sayDayOf(zone, again)}.{" "}
        <Rule id="C1" />
      </p>
    </>
  );
}
