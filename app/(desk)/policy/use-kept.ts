import { type RefObject, useEffect } from "react";

/** What was typed over the fields, by their names, kept in the browser under `key` until it is sent: a reload or a wrong click loses nothing. */
export function useKept(key: string, fields: RefObject<HTMLElement | null>): { keep: (typed: Record<string, string>) => void } {
  useEffect(() => {
    for (const [name, value] of Object.entries(read(key))) {
      const input = fields.current?.querySelector<HTMLInputElement>(`input[name="${CSS.escape(name)}"]`);
      if (!input) continue;
      input.value = value;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }, [key, fields]);

  return { keep: (typed) => write(key, typed) };
}

// where the browser refuses storage, what was typed lives as long as the page
function read(key: string): Record<string, string> {
  try {
    return (JSON.parse(localStorage.getItem(key) ?? "{}") ?? {}) as Record<string, string>;
  } catch {
    return {};
  }
}

function write(key: string, typed: Record<string, string>): void {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(typed));
  } catch {
    // see above
  }
}
