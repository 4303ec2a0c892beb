"use client";
import { Doorway } from "#components/doorway.tsx";

import "./styles/globals.css";

/** Stands in for the whole document when even the root layout failed. It must not rely on scripts, so it offers a plain form. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Tactful cannot answer</title>
        <Doorway title="Tactful cannot answer at the moment">
          <p>
            Something went wrong on our side, most likely with the database. What was saved before is safe; wait a moment and open the page
            again.
          </p>
          <form action="/">
            <button className="btn btn-main">Open Tactful again</button>
          </form>
          {error.digest ? <p className="meta">If it goes on, tell your admin this number: {error.digest}</p> : null}
        </Doorway>
      </body>
    </html>
  );
}
