"use client";
import { useSyncExternalStore } from "react";

/** The city and time of a zone, kept right while the page stands open. Empty until the page runs: the server's minute may be over by then. */
export function ZoneTime({ timeZone }: { timeZone: string }) {
  const time = useSyncExternalStore(
    everyFewSeconds,
    () => new Date().toLocaleTimeString("en-GB", { timeZone, hour: "2-digit", minute: "2-digit" }),
    () => "",
  );
  const city = timeZone.split("/").at(-1)!.replaceAll("_", " ");
  return <span>{time ? `${city}, ${time}` : city}</span>;
}

function everyFewSeconds(onChange: () => void) {
  const timer = setInterval(onChange, 5_000);
  return () => clearInterval(timer);
}
