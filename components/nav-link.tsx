"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

import { isWithin } from "#components/is-within.ts";

/** A link of the frame that knows whether one is there. In the phone's sheet it also closes the sheet. */
export function NavLink({ href, className, children }: { href: Route; className?: string; children: ReactNode }) {
  const path = usePathname();
  return (
    <Link href={href} className={className} aria-current={isWithin(path, href) ? "page" : undefined} onClick={closeSheet}>
      {children}
    </Link>
  );
}

const closeSheet = (event: MouseEvent<HTMLElement>) => event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
