import { type Check, pureLib, roomOf, type Source, within } from "./sources.ts";

/** Packages that compute and nothing else: no clock, no network, no files. */
const purePackages = new Set([
  "zod",
  "date-fns",
  "@date-fns/tz",
  "libphonenumber-js",
  "libphonenumber-js/max",
  "i18n-iso-countries",
  "tldts",
  "chrono-node/en", // reads days as of the instant it is given
  "csv-parse",
  "csv-parse/sync",
  "node:stream/promises", // over memory
  "node:timers/promises", // to let other work through, not to tell the time
]);
/** Files on which every room stands: they lie outside the order of rooms. */
const ground = new Set(["platform"]);

const arrows = (from: Source[], isForbidden: (to: string, source: Source) => boolean) =>
  from.flatMap((source) => source.imports.filter((to) => isForbidden(to, source)).map((to) => `${source.path} → ${to}`));

export const libKnowsNoPages: Check = (sources) => arrows(within(sources, "lib/"), (to) => /^(app|components)\//.test(to));

export const componentsStayPure: Check = (sources) => {
  const shell = new Set(sources.filter((source) => source.shell).map(({ path }) => path));
  return arrows(
    within(sources, "components/"),
    (to) => shell.has(to) || /^(app\/(?!.*\/?actions\.ts$)|lib\/platform\/|prisma\/)|\/(store|queries)\.ts$/.test(to),
  );
};

export const pagesKnowNoStore: Check = (sources) =>
  arrows(within(sources, "app/"), (to) => /\/store\.ts$|^prisma\/|^lib\/platform\/db\.ts$|^pg$/.test(to));

export const pureStaysPure: Check = (sources) => {
  const shell = new Set(sources.filter((source) => source.shell).map(({ path }) => path));
  return arrows(pureLib(sources), (to) => shell.has(to) || !(to.startsWith("lib/") || purePackages.has(to)));
};

export const pureReadsNoWorld: Check = (sources) => {
  const world = /new Date\(\)|Date\.now|Math\.random|\bcrypto\.|process\.|performance\.now|\bfetch\(/;
  return pureLib(sources).flatMap(({ path, code }) => (world.test(code) ? [`${path}: ${world.exec(code)![0]}`] : []));
};

export const storesArePrivate: Check = (sources) =>
  arrows(within(sources, "lib/"), (to, { path }) => /\/store\.ts$/.test(to) && roomOf(to) !== roomOf(path));

export const roomsFormNoCycle: Check = (sources) => {
  const edges = new Map<string, Set<string>>();
  for (const { path, imports } of within(sources, "lib/")) {
    const from = roomOf(path);
    for (const to of imports.map(roomOf)) {
      if (!from || !to || from === to || ground.has(from) || ground.has(to)) continue;
      edges.set(from, (edges.get(from) ?? new Set()).add(to));
    }
  }
  const cycle = findCycle(edges);
  return cycle ? [cycle.join(" → ")] : [];
};

function findCycle(edges: Map<string, Set<string>>, path: string[] = [], seen = new Set<string>()): string[] | null {
  const nexts = path.length === 0 ? [...edges.keys()] : [...(edges.get(path.at(-1)!) ?? [])];
  for (const next of nexts) {
    if (path.includes(next)) return [...path.slice(path.indexOf(next)), next];
    if (seen.has(next)) continue;
    const cycle = findCycle(edges, [...path, next], seen);
    if (cycle) return cycle;
    seen.add(next);
  }
  return null;
}
