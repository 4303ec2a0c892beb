import type { Route } from "next";
import Link from "next/link";

export type Tab = { name: string; href: Route; isCurrent: boolean };

/** Which of a few lists a page shows. */
export function Tabs({ tabs }: { tabs: Tab[] }) {
  return (
    <nav className="behind-tabs filters" aria-label="Show">
      {tabs.map(({ name, href, isCurrent }) => (
        <Link key={name} href={href} prefetch={false} aria-current={isCurrent ? "page" : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
