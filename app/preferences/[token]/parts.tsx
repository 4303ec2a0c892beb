import type { ReactNode } from "react";

import { Icon } from "#components/icon.tsx";
import type { Choice } from "#lib/preferences/choice.ts";
import { labels } from "#lib/preferences/wording.ts";

/** Where every form on the page goes. */
export const answerTo = (token: string) => `/preferences/${token}/choose`;

/** A choice of one press. */
export function Press({
  token,
  action,
  fields = {},
  children,
}: {
  token: string;
  action: Choice["action"];
  fields?: Record<string, string | string[]>;
  children?: ReactNode;
}) {
  return (
    <form method="post" action={answerTo(token)}>
      <input type="hidden" name="action" value={action} />
      {Object.entries(fields).flatMap(([name, value]) =>
        [value].flat().map((each) => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />),
      )}
      <button className="button">{children ?? labels[action]}</button>
    </form>
  );
}

export function Wrong({ id, children }: { id: string; children?: string }) {
  if (!children) return null;
  return (
    <p className="amiss" id={id}>
      <Icon name="no" />
      {children}
    </p>
  );
}
