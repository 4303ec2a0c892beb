import { Bridge } from "./bridge.tsx";
import { pullForwardAction } from "./moment-actions.ts";
import { ActionForm } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { Rule } from "#components/rule.tsx";
import { addBusinessDays, dateOf, localDay } from "#lib/follow-up/local-time.ts";
import { sayDate, sayWhen } from "#lib/follow-up/say-when.ts";
import type { Policy } from "#lib/policy/policy.ts";
import type { ProposedBridge } from "#lib/scoring/bridge.ts";
import type { Dossier } from "#lib/scoring/dossier.ts";

type Props = { prospectId: string; bridge: ProposedBridge | null; dossier: Dossier; policy: Policy; now: Date; zone: string };

/** "Call me in six months": the day, what is welcome until then, and what a reply in between changes (C7, V8). */
export function CallBack({ prospectId, bridge, dossier, policy, now, zone }: Props) {
  if (!bridge) return null;
  const today = dateOf(localDay(zone, now));
  return (
    <section className="call-back" aria-label="Until the call-back">
      <h2>Call back on {sayDate(bridge.endsOn, today)}</h2>
      <p className="soft">
        {sayWelcome(bridge)} <Rule id="C7" />
      </p>
      {bridge.reply ? <Sooner {...{ prospectId, reply: bridge.reply, endsOn: bridge.endsOn, now, zone, today }} /> : null}
      {bridge.missing > 0 ? (
        <p className="soft">
          The library holds nothing {bridge.missing === 1 ? "more " : ""}that is new to them for {bridge.missing} of these.
        </p>
      ) : null}
      {bridge.plans.length > 0 ? <Bridge plans={bridge.plans} {...{ prospectId, dossier, policy, now, zone }} /> : null}
    </section>
  );
}

function sayWelcome({ most, used }: ProposedBridge): string {
  if (most === 0) return "They want nothing until then.";
  const things = `${most} useful ${most === 1 ? "thing is" : "things are"} welcome until then, asking nothing`;
  return used === 0 ? `${things}.` : `${things}; ${used} ${used === 1 ? "is" : "are"} made or planned.`;
}

type SoonerProps = {
  prospectId: string;
  reply: NonNullable<ProposedBridge["reply"]>;
  endsOn: string;
  now: Date;
  zone: string;
  today: string;
};

function Sooner({ prospectId, reply, endsOn, now, zone, today }: SoonerProps) {
  const next = dateOf(addBusinessDays(localDay(zone, now), 2));
  return (
    <div className="call-back-sooner">
      <p>
        They wrote {sayWhen(zone, reply.at, now)}
        {reply.words ? `: “${reply.words.slice(0, 160)}”` : "."}
      </p>
      {reply.isTheirs ? (
        <p className="soft">They chose {sayDate(endsOn, today)} on their own page, so only they move it. Answer them, and ask.</p>
      ) : (
        <ActionForm action={pullForwardAction} submit="Make the call sooner" done="The call is sooner.">
          <input type="hidden" name="prospectId" value={prospectId} />
          <Entry
            label="Instead on"
            name="on"
            type="date"
            defaultValue={next}
            hint="If what they wrote says so. The call is judged on that day."
          />
        </ActionForm>
      )}
    </div>
  );
}
