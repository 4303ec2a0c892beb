import { Icon } from "#components/icon.tsx";
import { law } from "#lib/consent/law.ts";
import type { RegistryRow } from "#lib/consent/queries.ts";
import { registryNames } from "#lib/consent/registry-names.ts";
import { RegistryId } from "#lib/consent/registries.ts";
import { dayInWords } from "#lib/consent/terms.ts";
import { dayOf } from "#lib/follow-up/local-time.ts";
import { RegistryForm } from "./registry-form.tsx";

/** How old a copy of each registry may be: the strictest rule that asks for it. */
const freshDays = (list: RegistryId) =>
  Math.min(...law.flatMap(({ registry }) => (registry?.lists.includes(list) ? [registry.freshDays] : [])));

type Props = { lists: RegistryRow[]; today: string; isEditable: boolean };

/** The registries the law asks for: of which day our copy is, and whether it still counts. */
export function Registries({ lists, today, isEditable }: Props) {
  return (
    <section aria-labelledby="registries">
      <h2 id="registries">Registries of those who do not want calls</h2>
      <p className="soft policy-lead">
        A number on one of them is rung up only on their word, or where the law says otherwise. A copy that is too old counts as not
        checked: the call waits until somebody has looked. Only salted hashes of the numbers are kept.
      </p>
      <ul className="law-registries">
        {RegistryId.options.map((registry) => (
          <Copy key={registry} registry={registry} copy={lists.find((each) => each.registry === registry)} today={today} />
        ))}
      </ul>
      {isEditable ? <RegistryForm today={today} /> : null}
    </section>
  );
}

function Copy({ registry, copy, today }: { registry: RegistryId; copy: RegistryRow | undefined; today: string }) {
  const most = freshDays(registry);
  const age = copy ? dayOf(today) - dayOf(copy.asOf) : null;
  const isFresh = age !== null && age <= most;
  return (
    <li>
      <b>{registryNames[registry]}</b>
      {copy ? (
        <span>
          {dayInWords(copy.asOf)}, {counted(copy.count, "number")} <span className="meta">brought in by {copy.by}</span>
        </span>
      ) : (
        <span className="meta">no copy</span>
      )}
      <span className={isFresh ? "finding t-welcome" : "finding t-confirm"}>
        <Icon name={isFresh ? "check" : "ask"} />
        {age === null ? "Not checked" : `${counted(age, "day")} old, ${isFresh ? `counts for ${most}` : "not checked"}`}
      </span>
    </li>
  );
}

const counted = (count: number, what: string) => `${count.toLocaleString("en-GB")} ${what}${count === 1 ? "" : "s"}`;
