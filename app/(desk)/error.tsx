"use client";
import { Empty } from "#components/empty.tsx";
import { PageHead } from "#components/page-head.tsx";

/** A page of the desk that failed: the frame around it stays, so that every other page is one press away. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <PageHead title="This page could not be shown" />
      <Empty
        title="Something went wrong on our side"
        acts={
          <button type="button" className="btn btn-main" onClick={reset}>
            Try again
          </button>
        }
      >
        What was saved before is safe; what you have just sent may not have been saved, so check before sending it again.
        {error.digest ? ` If it goes on, tell your admin this number: ${error.digest}.` : ""}
      </Empty>
    </>
  );
}
