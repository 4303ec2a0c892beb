import type { Metadata, Route } from "next";
import Link from "next/link";

import { Empty } from "#components/empty.tsx";
import { PageHead } from "#components/page-head.tsx";

export const metadata: Metadata = { title: "Not found" };

export default function NotFoundPage() {
  return (
    <>
      <PageHead title="There is nothing at this address" />
      <Empty
        title="Nothing was changed"
        acts={
          <>
            <Link className="btn btn-main" href={"/today" as Route}>
              Go to today
            </Link>
            <Link className="btn" href={"/search" as Route}>
              Search
            </Link>
          </>
        }
      >
        The page does not exist, was taken away, or belongs to someone whose records you do not see.
      </Empty>
    </>
  );
}
