import { ActionForm } from "#components/action-form.tsx";
import { Entry } from "#components/entry.tsx";
import { adjusted, type LawAdjustment, loosened } from "#lib/consent/adjustment.ts";
import { sayHours } from "#lib/consent/hours.ts";
import { type Hours, lawKey, type LawRule } from "#lib/consent/law.ts";
import { describeRule, readingNames } from "#lib/consent/say-law.ts";
import { adjustLawAction } from "./actions.ts";

type Props = { rule: LawRule; own: LawAdjustment | null; version: number; isEditable: boolean };

/** One rule: closed it says what it is for and how far it was read, open all of it, and what the organisation set instead. */
export function LawRuleCard({ rule, own, version, isEditable }: Props) {
  const looser = own ? loosened(rule, own) : [];
  return (
    <details className="numbers" id={lawKey(rule)}>
      <summary>
        <b>{lawKey(rule)}</b>
        <span className="soft">{rule.name}</span>
        <span className="meta">{own ? (looser.length > 0 ? "looser here" : "stricter here") : readingNames[rule.read]}</span>
      </summary>
      <dl className="law-facts">
        {describeRule(own ? { ...adjusted(rule, own), name: rule.name } : rule).map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {own ? (
          <div>
            <dt>Set here</dt>
            <dd>
              {own.reason}
              {looser.length > 0 ? ` – looser than the law as it was read: ${looser.join(", ")}.` : ""}
            </dd>
          </div>
        ) : null}
      </dl>
      {isEditable ? <OwnRule rule={rule} own={own} version={version} /> : null}
    </details>
  );
}

function OwnRule({ rule, own, version }: Omit<Props, "isEditable">) {
  const { hours, cap, refusalDays } = own ? adjusted(rule, own) : rule;
  const isTimed = rule.channels.some((channel) => channel === "phone" || channel === "sms");
  const say = (day: Hours | undefined) => (hours ? sayHours(day ?? null) : "0–24");
  return (
    <details className="law-own">
      <summary>Set it differently here</summary>
      <ActionForm
        action={adjustLawAction}
        submit="Put it in force"
        done="The rule is in force. What is planned is being judged again."
        insist={{ name: "insist", label: "Publish it although it is looser" }}
      >
        <input type="hidden" name="basedOn" value={version} />
        <input type="hidden" name="rule" value={lawKey(rule)} />
        <label className="check">
          <input type="checkbox" name="expressOnly" defaultChecked={own?.expressOnly} /> Only with their express consent
        </label>
        {isTimed ? (
          <div className="law-hours">
            <Entry label="Weekdays" name="week" defaultValue={say(hours?.week)} hint="Such as 9-18, or none" />
            <Entry label="Saturdays" name="saturday" defaultValue={say(hours?.saturday)} />
            <Entry label="Sundays and holidays" name="sunday" defaultValue={say(hours?.sunday)} />
          </div>
        ) : null}
        <div className="law-hours">
          <Entry label="Touches at most" name="touches" type="number" inputMode="numeric" defaultValue={cap?.touches} />
          <Entry label="In how many days" name="days" type="number" inputMode="numeric" defaultValue={cap?.days} />
          <Entry label="Days of rest after a no" name="refusalDays" type="number" inputMode="numeric" defaultValue={refusalDays} />
        </div>
        <Entry label="Why" name="reason" isRequired placeholder="For those who read it later" />
        {own ? (
          <label className="check">
            <input type="checkbox" name="asRead" /> Take our own version back; the law as it was read holds again
          </label>
        ) : null}
      </ActionForm>
    </details>
  );
}
