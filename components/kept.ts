// where the browser refuses storage, what was typed lives as long as the page
const memory = new Map<string, string>();
const listeners = new Set<() => void>();

export function subscribeKept(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was typed and not sent yet, as it was kept under `key`. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? memory.get(key) ?? null;
  } catch {
    return memory.get(key) ?? null;
  }
}

/** Keeps it in the browser until it is sent: a reload, an expired session or an error loses nothing. Null lets go of it. */
export function writeKept(key: string, text: string | null): void {
  memory.delete(key);
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text !== null) memory.set(key, text);
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
