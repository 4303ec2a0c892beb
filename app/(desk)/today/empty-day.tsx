import type { Route } from "next";
import Link from "next/link";

/** Nothing waits: say so, and what to do with the time. */
export function EmptyDay() {
  return (
    <div className="empty">
      <h2>Nothing waits for you today</h2>
      <p>No promise is open, nobody is unanswered, and nothing you planned is due. Choose somebody you have something for.</p>
      <p className="empty-acts">
        <Link className="btn btn-main" href={"/prospects?state=unplanned" as Route}>
          Prospects with nothing planned
        </Link>
        <Link className="btn" href={"/import" as Route}>
          Bring in leads
        </Link>
      </p>
    </div>
  );
}
