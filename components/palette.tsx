"use client";
import { useEffect, useState } from "react";

import { latePart } from "#components/late-part.tsx";
import type { Place } from "#components/places.ts";

const PaletteSheet = latePart(() => import("#components/palette-sheet.tsx").then((sheet) => sheet.PaletteSheet));

export type PaletteProps = { places: Place[]; signOut: () => Promise<void> };

/** Opens the command palette for ⌘K, Ctrl-K and every control with data-open-palette; its code is fetched at the first opening. */
export function Palette(props: PaletteProps) {
  const [isOpen, setIsOpen] = useState(false);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey) || event.altKey || event.shiftKey) return;
      if (document.querySelector("dialog[open]:not(.palette)")) return;
      event.preventDefault();
      setIsOpen((open) => !open);
    };
    const onClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || !(event.target as Element).closest("[data-open-palette]")) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("click", onClick, true);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("click", onClick, true);
    };
  }, []);

  return isOpen ? <PaletteSheet {...props} onClose={() => setIsOpen(false)} /> : null;
}
