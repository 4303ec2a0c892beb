import type { Route } from "next";
import Link from "next/link";

const parts = { shelf: ["/library", "To bring"], templates: ["/library/templates", "Message templates"] } as const;

/** The library's two shelves: what can be brought, and how it can be said. */
export function LibraryParts({ here }: { here: keyof typeof parts }) {
  return (
    <nav className="filters shelf-parts" aria-label="Parts of the library">
      {Object.entries(parts).map(([part, [href, name]]) => (
        <Link key={part} href={href as Route} aria-current={part === here ? "page" : undefined} prefetch={false}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
