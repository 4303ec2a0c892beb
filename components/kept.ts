import { memberHere } from "#components/member.ts";

// where the browser refuses storage, what was typed lives as long as the page
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

export function subscribeKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Kept for whoever typed it: the next person who signs in on this device neither sees nor sends it. */
const place = (key: string) => `kept:${memberHere()}:${key}`;

/** What the member on this page typed and did not send yet, as it was kept under `key`. */
export function readKept(key: string): string | null {
  const at = place(key);
  try {
    return localStorage.getItem(at) ?? memory.get(at) ?? null;
  } catch {
    return memory.get(at) ?? null;
  }
}

/** Keeps it in the browser until it is sent: a reload, an expired session or an error loses nothing. Null lets go of it. */
export function writeKept(key: string, text: string | null): void {
  const at = place(key);
  memory.delete(at);
  try {
    if (text === null) localStorage.removeItem(at);
    else localStorage.setItem(at, text);
  } catch {
    if (text !== null) memory.set(at, text);
  }
  for (const listener of listeners) listener();
}

/** The same, parsed; what cannot be read counts as none. */
export function parseKept(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
