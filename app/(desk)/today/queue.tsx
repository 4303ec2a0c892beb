"use client";
import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useOptimistic,
  useRef,
  useState,
} from "react";

import { latePart } from "#components/late-part.tsx";
import { type Done, type Logged, RowLeaving } from "#components/row-done.ts";
import { leaveRow } from "#components/rows.ts";
import type { Entry } from "#lib/today/queue.ts";

const Bulk = latePart(() => import("./bulk.tsx").then((bulk) => bulk.Bulk));

type Keys = ReadonlySet<string>;
/** What leaves and comes back; apart from what is chosen, so that choosing draws no row again but its box. */
type Leaving = { gone: Keys; leave: (keys: string[]) => void; comeBack: (keys: string[]) => void };
type Choosing = {
  gone: Keys;
  chosen: Keys;
  /** Chooses a row or lets it go; with `isRange` all between it and the row chosen before, too. */
  choose: (key: string, isRange: boolean) => void;
  chooseAll: (keys: string[], isChosen: boolean) => void;
};

const none: Keys = new Set();
const nothing = () => {};
const Leave = createContext<Leaving>({ gone: none, leave: nothing, comeBack: nothing });
const Chosen = createContext<Choosing>({ gone: none, chosen: none, choose: nothing, chooseAll: nothing });

const withAll = (keys: Keys, more: string[]): Keys => new Set([...keys, ...more]);
const without = (keys: Keys, some: string[]): Keys => new Set([...keys].filter((key) => !some.includes(key)));

/** Whether what was done with a person is what this row waited for. */
const waitedFor = (entry: Entry, { prospectId, followUpId }: Done) =>
  entry.kind === "follow-up"
    ? entry.id === followUpId
    : entry.kind === "person" && entry.group !== "not-asked" && entry.prospectId === prospectId;

type Props = { entries: Entry[]; me: string; zone: string; children: ReactNode };

/** The queue as it is worked: a row that is done leaves at once and hands the focus on; several are chosen and worked together. */
export function Queue({ entries, me, zone, children }: Props) {
  const [gone, setGone] = useState(none);
  const [chosen, setChosen] = useState(none);
  const [hasChosen, setHasChosen] = useState(false);
  const anchor = useRef<string | null>(null);

  const leave = useCallback((keys: string[]) => {
    for (const key of keys) {
      const row = document.querySelector<HTMLElement>(`[data-entry="${key}"] [data-row]`);
      if (row) leaveRow(row);
    }
    setGone((gone) => withAll(gone, keys));
    setChosen((chosen) => without(chosen, keys));
  }, []);
  const comeBack = useCallback((keys: string[]) => setGone((gone) => without(gone, keys)), []);
  const chooseAll = (keys: string[], isChosen: boolean) => {
    setHasChosen(true);
    setChosen((chosen) => (isChosen ? withAll(chosen, keys) : without(chosen, keys)));
  };
  const choose = (key: string, isRange: boolean) => {
    const keys = entries.map((entry) => entry.key).filter((each) => !gone.has(each));
    const [from, to] = [anchor.current && isRange ? keys.indexOf(anchor.current) : -1, keys.indexOf(key)];
    const range = from < 0 ? [key] : keys.slice(Math.min(from, to), Math.max(from, to) + 1);
    anchor.current = key;
    chooseAll(range, !chosen.has(key));
  };

  const over = useEffectEvent((done: Done) => {
    const keys = entries.filter((entry) => waitedFor(entry, done)).map(({ key }) => key);
    if (keys.length > 0) leave(keys);
  });
  const again = useEffectEvent((done: Done) => comeBack(entries.filter((entry) => waitedFor(entry, done)).map(({ key }) => key)));
  useEffect(() => {
    const onTakenBack = ({ detail }: CustomEventInit<Done>) => detail && again(detail);
    const onLogged = ({ detail }: CustomEventInit<Logged>) => detail?.isOver && over(detail);
    const onPlanned = ({ detail }: CustomEventInit<Done>) => detail && over(detail);
    window.addEventListener("logged", onLogged);
    window.addEventListener("planned", onPlanned);
    window.addEventListener("touch-taken-back", onTakenBack);
    return () => {
      window.removeEventListener("logged", onLogged);
      window.removeEventListener("planned", onPlanned);
      window.removeEventListener("touch-taken-back", onTakenBack);
    };
  }, []);

  const leaving = useMemo(() => ({ gone, leave, comeBack }), [gone, leave, comeBack]);
  return (
    <Leave value={leaving}>
      <div className="queue" data-choosing={chosen.size > 0 || undefined}>
        <Chosen value={{ gone, chosen, choose, chooseAll }}>{children}</Chosen>
      </div>
      {hasChosen && (
        <Bulk {...{ me, zone, leave, comeBack }} chosen={entries.filter(({ key }) => chosen.has(key))} clear={() => setChosen(none)} />
      )}
    </Leave>
  );
}

/** The place of one row in the queue. */
export function QueueEntry({ entryKey, children }: { entryKey: string; children: ReactNode }) {
  const { gone, leave, comeBack } = use(Leave);
  const leaving = useMemo(() => ({ leave: () => leave([entryKey]), comeBack: () => comeBack([entryKey]) }), [leave, comeBack, entryKey]);
  return (
    <li hidden={gone.has(entryKey)} data-entry={entryKey}>
      <RowLeaving value={leaving}>{children}</RowLeaving>
    </li>
  );
}

/** Chooses a row (x); with Shift, all up to it. */
export function Choose({ entryKey, name }: { entryKey: string; name: string }) {
  const { chosen, choose } = use(Chosen);
  return (
    <label className="choose">
      <input
        type="checkbox"
        data-key="x"
        aria-label={`Choose ${name}`}
        checked={chosen.has(entryKey)}
        onChange={({ nativeEvent }) => choose(entryKey, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)}
      />
    </label>
  );
}

/** Chooses a whole group: its own box is ticked at once, those of its up to 200 rows as soon as they are drawn. */
export function ChooseGroup({ keys, name }: { keys: string[]; name: string }) {
  const { gone, chosen, chooseAll } = use(Chosen);
  const here = keys.filter((key) => !gone.has(key));
  const isAll = here.length > 0 && here.every((key) => chosen.has(key));
  const [isTicked, tick] = useOptimistic(isAll);
  const onChange = () =>
    startTransition(() => {
      tick(!isTicked);
      chooseAll(here, !isTicked);
    });
  return (
    <label className="choose">
      <input type="checkbox" aria-label={`Choose all: ${name}`} checked={isTicked} onChange={onChange} />
    </label>
  );
}
