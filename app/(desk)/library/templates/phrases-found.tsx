import { Icon } from "#components/icon.tsx";
import { phrasesIn, type Template } from "#lib/value/template.ts";

/** How many phrases of a template are to be mended, in a word. */
export function PhrasesFound({ template }: { template: Pick<Template, "subject" | "body"> }) {
  const hits = phrasesIn(template);
  if (hits.length === 0)
    return (
      <span className="finding t-welcome">
        <Icon name="yes" />
        reads well
      </span>
    );
  return (
    <span className={hits.some(({ severity }) => severity === 3) ? "finding t-never" : "finding t-more"}>
      <Icon name="plus" />
      {hits.length === 1 ? "1 phrase to mend" : `${hits.length} phrases to mend`}
    </span>
  );
}
