import type { ReactNode } from "react";

import { Icon } from "#components/icon.tsx";

/** What went wrong, read out when it appears. */
export function Alert({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p role="alert" id={id} className="alert t-never">
      <Icon name="ban" />
      <span>{children}</span>
    </p>
  );
}
