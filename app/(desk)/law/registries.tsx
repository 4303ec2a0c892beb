import { Icon } from "#components/icon.tsx";
import { law } from "#lib/consent/law.ts";
import type { RegistryRow } from "#lib/consent/queries.ts";
import { RegistryId, registryNames } from "#lib/consent/registries.ts";
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
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Registry</th>
            <th scope="col">Our copy</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          {RegistryId.options.map((registry) => {
            const copy = lists.find((each) => each.registry === registry);
            const age = copy ? dayOf(today) - dayOf(copy.asOf) : null;
            const isStale = age === null || age > freshDays(registry);
            return (
              <tr key={registry}>
                <th scope="row">{registryNames[registry]}</th>
                <td>
                  {copy ? (
                    <>
                      {dayInWords(copy.asOf)}, {copy.count.toLocaleString("en-GB")} numbers{" "}
                      <span className="meta">brought in by {copy.by}</span>
                    </>
                  ) : (
                    <span className="meta">none</span>
                  )}
                </td>
                <td>
                  <span className={isStale ? "finding t-confirm" : "finding t-welcome"}>
                    <Icon name={isStale ? "ask" : "check"} />
                    {age === null
                      ? "Not checked"
                      : isStale
                        ? `${sayDays(age)} old: not checked`
                        : `${sayDays(age)} old, counts for ${freshDays(registry)}`}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isEditable ? <RegistryForm today={today} /> : null}
    </section>
  );
}

const sayDays = (days: number) => (days === 1 ? "1 day" : `${days} days`);
