import { type RefObject, useEffect } from "react";

import { parseKept, readKept, writeKept } from "#components/kept.ts";

/** What was typed over the fields, by their names, kept in the browser under `key` until it is sent: a reload or a wrong click loses nothing. */
export function useKept(key: string, fields: RefObject<HTMLElement | null>): { keep: (typed: Record<string, string>) => void } {
  useEffect(() => {
    for (const [name, value] of Object.entries((parseKept(readKept(key)) ?? {}) as Record<string, string>)) {
      const input = fields.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
      if (!input) continue;
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, [key, fields]);

  return { keep: (typed) => writeKept(key, Object.keys(typed).length === 0 ? null : JSON.stringify(typed)) };
}
