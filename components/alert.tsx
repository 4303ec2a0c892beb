import type { ReactNode } from "react";

import { FirstIcon } from "#components/first-icon.tsx";

/** What went wrong, read out when it appears. */
export function Alert({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p role="alert" id={id} className="alert t-never">
      <FirstIcon name="ban" />
      <span>{children}</span>
    </p>
  );
}
