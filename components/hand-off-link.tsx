import type { ReactNode } from "react";

type Props = { by: "phone" | "email"; person: { id: string; name: string }; address: string; children: ReactNode };

/** A number or an address that opens the dialler or the mail program; with scripts it brings the letter along and offers to log it. */
export function HandOff({ by, person, address, children }: Props) {
  return (
    <a
      href={by === "phone" ? `tel:${address}` : `mailto:${address}`}
      data-hand-off={by}
      data-address={address}
      data-prospect-id={person.id}
      data-prospect-name={person.name}
    >
      {children}
    </a>
  );
}
