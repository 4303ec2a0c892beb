// What a browser fetches before a desk page works: read from the manifests of a production build, gzipped as they are served.
import fs from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";

import type { Part } from "#lib/platform/scripts/parts.ts";

/** What no desk page may grow beyond, in kB (1,000 bytes) of gzipped JavaScript; the framework alone takes 132 of them. */
const ceiling = 150;

const desk = "server/app/(desk)";

type PageSize = { page: string; kilobytes: number };

/** The JavaScript of every desk page of a build in `dist`; throws where there is none, or where it has no desk page. */
export function firstLoads(dist: string): PageSize[] {
  const { rootMainFiles } = JSON.parse(fs.readFileSync(path.join(dist, "build-manifest.json"), "utf8")) as { rootMainFiles: string[] };
  const weights = new Map<string, number>();
  const weigh = (file: string) => {
    const known = weights.get(file) ?? gzipSync(fs.readFileSync(path.join(dist, file))).length;
    weights.set(file, known);
    return known;
  };
  const pages = fs
    .readdirSync(path.join(dist, desk), { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page_client-reference-manifest.js")
    .map((file) => ({ page: addressOf(file), files: new Set([...rootMainFiles, ...filesOf(path.join(dist, desk, file))]) }));
  if (pages.length === 0) throw new Error(`There is no desk page in the build in ${dist}.`);
  return pages
    .map(({ page, files }) => ({ page, kilobytes: [...files].reduce((sum, file) => sum + weigh(file), 0) / 1_000 }))
    .toSorted((a, b) => b.kilobytes - a.kilobytes);
}

const tooHeavy = (sizes: PageSize[]): PageSize[] => sizes.filter(({ kilobytes }) => kilobytes > ceiling);

/** One line a page, the heaviest first. */
const sayLoads = (sizes: PageSize[]): string =>
  sizes.map(({ page, kilobytes }) => `${kilobytes.toFixed(1).padStart(6)} kB ${page}`).join("\n");

/** Each desk page is one check. */
export function firstLoad(dist: string): Part {
  return {
    title: "first-load JavaScript of desk pages",
    async run() {
      const sizes = firstLoads(dist);
      const heavy = tooHeavy(sizes);
      return { passed: sizes.length - heavy.length, failed: heavy.length, skipped: 0, output: `Too heavy:\n${sayLoads(heavy)}` };
    },
  };
}

/** "deals/(list)/page_…" is the page /deals. */
const addressOf = (manifest: string) =>
  `/${path
    .dirname(manifest)
    .split(path.sep)
    .filter((folder) => !folder.startsWith("("))
    .join("/")}`;

/** A manifest is a script that assigns one JSON object. */
function filesOf(manifest: string): string[] {
  const script = fs.readFileSync(manifest, "utf8");
  const json = script.slice(script.indexOf("] = ") + 4, script.lastIndexOf("}") + 1);
  return Object.values((JSON.parse(json) as { entryJSFiles: Record<string, string[]> }).entryJSFiles).flat();
}
