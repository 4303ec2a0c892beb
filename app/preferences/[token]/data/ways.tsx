import { Icon } from "#components/icon.tsx";
import type { Held } from "#lib/rights/held.ts";
import type { Words } from "#lib/rights/words.ts";

type Query = Record<string, string | string[] | undefined>;
type Props = { token: string; query: Query; held: Held; words: Words };

/** Take it away, correct it, have it erased: each a plain form or link. */
export function Ways({ token, query, held, words }: Props) {
  const path = `/preferences/${token}/data`;
  return (
    <>
      <section className="rest" id="take">
        <h2>{words.sections.take}</h2>
        <p>{words.take}</p>
        <div className="answers">
          <a className="button" href={`${path}/my-data.json`} download>
            {words.asJson}
          </a>
          <a className="button" href={`${path}/my-data.csv`} download>
            {words.asCsv}
          </a>
        </div>
      </section>
      <Correct {...{ path, query, words }} />
      <Erase {...{ path, query, words }} organisation={held.organisation} isAsked={isOpen(held, "erase")} />
    </>
  );
}

const isOpen = ({ requests }: Held, kind: "erase") => requests.some((request) => request.kind === kind && request.state === "open");
const typed = (value: Query[string]) => (typeof value === "string" ? value : "");

function Correct({ path, query, words }: { path: string; query: Query; words: Words }) {
  const isBack = query.problem === "invalid" && query.ask === "correct";
  const wrong = {
    about: isBack && !typed(query.about).trim() ? words.wrong.about : undefined,
    right: isBack && typed(query.about).trim() ? words.wrong.right : undefined,
  };
  return (
    <section className="rest" id="correct">
      <h2>{words.sections.correct}</h2>
      <p>{words.correct}</p>
      {isBack || query.problem === "conflict" ? (
        <p className="trouble" role="alert">
          <Icon name="no" />
          <span>{isBack ? words.wrong.form : words.wrong.tooMany}</span>
        </p>
      ) : null}
      <form method="post" action={`${path}/ask`} autoComplete="off">
        <input type="hidden" name="ask" value="correct" />
        <label className="labelled">
          {words.about}
          <input
            className="field"
            name="about"
            maxLength={120}
            required
            defaultValue={typed(query.about)}
            aria-describedby={wrong.about && "about-wrong"}
          />
        </label>
        <Wrong id="about-wrong">{wrong.about}</Wrong>
        <label className="labelled">
          {words.right}
          <textarea
            className="field tall"
            name="right"
            rows={3}
            maxLength={1000}
            required
            aria-describedby={wrong.right && "right-wrong"}
          />
        </label>
        <Wrong id="right-wrong">{wrong.right}</Wrong>
        <button className="button narrow">{words.sendCorrection}</button>
      </form>
    </section>
  );
}

type EraseProps = { path: string; query: Query; words: Words; organisation: string; isAsked: boolean };

/** Asked for in two steps: a link shows what it means, and only the second press sends it. */
function Erase({ path, query, words, organisation, isAsked }: EraseProps) {
  if (isAsked) return null;
  return (
    <section className="rest" id="erase">
      <h2>{words.sections.erase}</h2>
      <p>{words.erase(organisation)}</p>
      {query.sure === "erase" ? (
        <>
          <p>{words.eraseSure}</p>
          <div className="answers">
            <a className="button" href={path}>
              {words.keep}
            </a>
            <form method="post" action={`${path}/ask`}>
              <input type="hidden" name="ask" value="erase" />
              <input type="hidden" name="sure" value="yes" />
              <button className="button">{words.eraseNow}</button>
            </form>
          </div>
        </>
      ) : (
        <a className="button narrow" href={`${path}?sure=erase#erase`}>
          {words.eraseFirst}
        </a>
      )}
    </section>
  );
}

function Wrong({ id, children }: { id: string; children: string | undefined }) {
  if (!children) return null;
  return (
    <p className="amiss" id={id}>
      <Icon name="no" />
      {children}
    </p>
  );
}
