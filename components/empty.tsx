import type { ReactNode } from "react";

/** An empty list: what that means, and what to do next. */
export function Empty({ title, children, acts }: { title: string; children: ReactNode; acts?: ReactNode }) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {acts ? <p className="empty-acts">{acts}</p> : null}
    </div>
  );
}
