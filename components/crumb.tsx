"use client";
import type { Route } from "next";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";

import { FirstIcon } from "#components/first-icon.tsx";
import { isWithin } from "#components/is-within.ts";
import { remember } from "#components/recent.ts";

type Props = { places: { href: Route; name: string }[] };

const listeners = new Set<() => void>();
let current = "";

/** Where one is, at the left of the top bar: the place, and below it the record's name once its page has said it with `CrumbName`. */
export function Crumb({ places }: Props) {
  const path = usePathname();
  const name = useSyncExternalStore(
    subscribe,
    () => current,
    () => "",
  );
  const place = places.find(({ href }) => isWithin(path, href));
  if (!place) return <div className="crumb" />;
  if (path === place.href)
    return (
      <div className="crumb">
        <b>{place.name}</b>
      </div>
    );
  return (
    <div className="crumb">
      <Link href={place.href}>{place.name}</Link>
      {name ? (
        <>
          <FirstIcon name="right" />
          <b>{name}</b>
        </>
      ) : null}
    </div>
  );
}

/** Rendered by a record's page: tells the top bar its name while it is shown, and that it was opened. */
export function CrumbName({ name }: { name: string }) {
  const path = usePathname();
  useEffect(() => {
    say(name);
    return () => say("");
  }, [name]);
  useEffect(() => remember(path), [path]);
  return null;
}

function say(name: string) {
  current = name;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
