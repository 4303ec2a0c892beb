import { NumberDetails } from "./number-details.tsx";
import { NumberField, type Shown } from "./number-field.tsx";
import { Icon } from "#components/icon.tsx";

type Told = { source: string; confidence: string };
export type ShownGroup = {
  id: string;
  title: string;
  hint: string;
  own: number;
  rhythms: ({ name: string; numbers: Shown[] } & Told)[];
  numbers: (Shown & Told)[];
};

/** A state or a subject. */
export function NumberGroup({ group, isEditable }: { group: ShownGroup; isEditable: boolean }) {
  const { id, title, hint, own, rhythms, numbers } = group;
  const paths = [...rhythms.flatMap((row) => row.numbers), ...numbers].map(({ path }) => path);
  return (
    <NumberDetails id={id} paths={paths}>
      <summary>
        <b>{title}</b>
        <span className="soft">{hint}</span>
        {own > 0 ? <span className="meta">{own} of your own</span> : null}
      </summary>
      {rhythms.length > 0 ? (
        <div className="rhythms">
          <div className="rhythm-head" aria-hidden="true">
            {rhythms[0]!.numbers.map(({ path, label, unit }) => (
              <span key={path}>
                {label} <i>{unit}</i>
              </span>
            ))}
          </div>
          {rhythms.map(({ name, numbers, source, confidence }) => (
            <fieldset key={name} className="number-rhythm">
              <legend>{name}</legend>
              <div className="rhythm-numbers">
                {numbers.map((number) => (
                  <NumberField key={number.path} number={number} isEditable={isEditable} back={<Icon name="reply" />} />
                ))}
              </div>
              <Source source={source} confidence={confidence} />
            </fieldset>
          ))}
        </div>
      ) : null}
      <ul className="singles">
        {numbers.map(({ source, confidence, ...number }) => (
          <li key={number.path}>
            <NumberField number={number} isEditable={isEditable} back={<Icon name="reply" />} />
            <Source source={source} confidence={confidence} />
          </li>
        ))}
      </ul>
    </NumberDetails>
  );
}

function Source({ source, confidence }: Told) {
  return (
    <p className="meta number-source">
      {source}
      {"\u00a0"}· <span className="sureness">{confidence} confidence</span>
    </p>
  );
}
