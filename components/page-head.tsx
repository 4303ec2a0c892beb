import type { ReactNode } from "react";

/** The title line of a page: what it is, one quiet sentence, and its actions at the end. */
export function PageHead({ title, note, children }: { title: ReactNode; note?: ReactNode; children?: ReactNode }) {
  return (
    <header className="page-head">
      <h1>{title}</h1>
      {note ? <p className="soft">{note}</p> : null}
      {children ? <div className="page-acts">{children}</div> : null}
    </header>
  );
}
