import { useMemo, useSyncExternalStore } from "react";

import { parseKept, readKept, subscribeKept, writeKept } from "#components/kept.ts";

/** State that survives a reload: it lives in the browser's storage under `key`, parsed by `revive`; what cannot be read counts as none. On the server it is `initial`. */
export function useDraft<T extends object>(key: string, initial: T, revive: (kept: unknown) => T | null) {
  const text = useSyncExternalStore(
    subscribeKept,
    () => readKept(key),
    () => null,
  );
  const value = useMemo(() => (text === null ? initial : (revive(parseKept(text)) ?? initial)), [text, initial, revive]);
  return {
    value,
    isKept: text !== null,
    // onto what stands there by then, not when this was drawn: an undo comes later
    change: (part: Partial<T>) => writeKept(key, JSON.stringify({ ...(revive(parseKept(readKept(key))) ?? initial), ...part })),
    clear: () => writeKept(key, null),
  };
}
