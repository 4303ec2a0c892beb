import type { ReactNode } from "react";

/** A page outside the desk: one narrow column with the name on top. */
export function Doorway({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="doorway">
      <p className="brand">
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <rect x="1" y="1" width="18" height="18" rx="5" fill="var(--accent-solid)" />
          <path d="M4.5 8.2h11M4.5 11.8h6.5" stroke="var(--on-accent)" strokeWidth="2" />
          <path d="M11 5.5v9" stroke="var(--on-accent)" strokeWidth="1.5" strokeLinecap="round" />
        </svg>
        Tactful
      </p>
      <h1>{title}</h1>
      {children}
    </main>
  );
}
