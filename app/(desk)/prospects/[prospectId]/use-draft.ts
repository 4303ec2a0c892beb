import { useMemo, useSyncExternalStore } from "react";

// where the browser refuses storage, the draft lives as long as the page
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  window.addEventListener("draft-kept", listener); // written elsewhere on the page: what a logged touch wishes for next
  return () => {
    listeners.delete(listener);
    window.removeEventListener("draft-kept", listener);
  };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

function write(key: string, text: string | null) {
  memory.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) memory.set(key, text);
  }
  for (const listener of listeners) listener();
}

/** State that survives a reload: it lives in the browser's storage under `key`, parsed by `revive`; what cannot be read counts as none. On the server it is `initial`. */
export function useDraft<T extends object>(key: string, initial: T, revive: (kept: unknown) => T | null) {
  const text = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => null,
  );
  const value = useMemo(() => (text === null ? initial : (revive(parse(text)) ?? initial)), [text, initial, revive]);
  return {
    value,
    isKept: text !== null,
    // onto what stands there by then, not when this was drawn: an undo comes later
    change: (part: Partial<T>) => write(key, JSON.stringify({ ...(revive(parse(read(key) ?? "null")) ?? initial), ...part })),
    clear: () => write(key, null),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
