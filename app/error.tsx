"use client";
import { Doorway } from "#components/doorway.tsx";

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <Doorway title="This page could not be shown">
      <p>
        Something went wrong on our side. What was saved before is safe; what you have just sent may not have been saved, so check before
        sending it again.
      </p>
      <p>
        <button type="button" className="btn btn-main" onClick={reset}>
          Try again
        </button>
      </p>
      {error.digest ? <p className="meta">If it goes on, tell your admin this number: {error.digest}</p> : null}
    </Doorway>
  );
}
