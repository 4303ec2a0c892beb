"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

import { fetchPart } from "#components/fetch-part.ts";
import { latePart } from "#components/late-part.tsx";
import type { Place } from "#components/places.ts";
import { currentRow, isTyping, moveRow, press } from "#components/rows.ts";

const loadSheet = () => import("#components/keys-sheet.tsx").then((sheet) => sheet.KeysSheet);
const KeysSheet = latePart(loadSheet);

/** The desk's keys, and those of the places this member may go to. Each has a visible button too; none fires while someone types or a dialog is open. */
export function Keys({ places }: { places: Place[] }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const show = () => setIsOpen(true);
    const goes = Object.fromEntries(places.flatMap(({ key, href }) => (key ? [[key, href]] : [])));
    // when `g` was pressed last; event times count from the opening of the page, so nothing yet is not 0
    let leader = -Infinity;

    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && closePopped()) return event.preventDefault();
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (document.querySelector("dialog[open]")) return;
      const place = event.timeStamp - leader < 1_200 ? goes[event.key] : undefined;
      leader = event.key === "g" ? event.timeStamp : -Infinity;
      if (place) router.push(place);
      else if (!run(event, show)) return;
      event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      if (!(event.target as Element).closest("[data-open-keys]")) return;
      document.querySelector<HTMLElement>(".more-sheet:popover-open")?.hidePopover();
      show();
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick);
    // a toggle does not bubble
    document.addEventListener("toggle", focusPopped, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick);
      document.removeEventListener("toggle", focusPopped, true);
    };
  }, [router, places]);

  useEffect(() => {
    // ready before the connection goes
    const idle = setTimeout(() => void fetchPart(loadSheet).catch(() => null), 3_000);
    return () => clearTimeout(idle);
  }, []);

  return isOpen ? <KeysSheet places={places} onClose={() => setIsOpen(false)} /> : null;
}

/** Does what the key says; false where it means nothing here. */
function run(event: KeyboardEvent, showKeys: () => void): boolean {
  switch (event.key) {
    case "/":
      return focusSearch();
    case "l":
      window.dispatchEvent(new CustomEvent("open-log", { detail: currentRow() }));
      return true;
    case "f":
      return focusPlan();
    case "j":
      return moveRow(1);
    case "k":
      return moveRow(-1);
    case "e":
    case "s":
    case "u":
    case "x":
      return press(event.key);
    case "Enter":
      return event.target === document.body && press("enter");
    case "?":
      showKeys();
      return true;
    default:
      return false;
  }
}

/** Closes what a summary opened over the page, and gives the focus back to the summary; false where nothing is open. */
function closePopped(): boolean {
  const popped = document.querySelector<HTMLDetailsElement>("details.popped[open]");
  if (!popped || document.querySelector("dialog[open]")) return false;
  popped.open = false;
  popped.querySelector("summary")?.focus();
  return true;
}

/** Whoever opens it to type finds the cursor there. */
function focusPopped({ target }: Event): void {
  if (target instanceof HTMLDetailsElement && target.matches(".popped[open]"))
    target.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea")?.focus();
}

/** The page's own search where it has one, else the top bar's. */
function focusSearch(): boolean {
  const fields = document.querySelectorAll<HTMLInputElement>("main input[type=search], #search");
  const field = [...fields].toReversed().find((each) => each.offsetParent !== null);
  field?.select();
  return field !== undefined;
}

function focusPlan(): boolean {
  const form = document.querySelector<HTMLElement>('[data-key-target="plan"]');
  if (!form) return false;
  form.scrollIntoView({ block: "nearest" });
  const first = form.matches("a, button, input, select, textarea")
    ? form
    : form.querySelector<HTMLElement>("input:not([type=hidden]), select, textarea, button");
  first?.focus();
  return first !== undefined && first !== null;
}
