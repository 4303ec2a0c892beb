import type { Metadata } from "next";

import { Doorway } from "#components/doorway.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <Doorway title="There is nothing at this address">
      <p>The page does not exist, the link has been used or has run out, or it belongs to someone else. Nothing has been changed.</p>
      {/* a plain form, as every page fetches what this one needs */}
      <form action="/">
        <button className="btn">Go to the start</button>
      </form>
    </Doorway>
  );
}
