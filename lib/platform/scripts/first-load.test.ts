import { randomBytes } from "node:crypto";
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";

import { firstLoad, firstLoads } from "#lib/platform/scripts/first-load.ts";

/** A build whose chunks hold as many kB that no compression makes smaller; pages by their folder, with what they and their layouts ask for. */
function aBuild(chunks: Record<string, number>, pages: Record<string, Record<string, string[]>>): string {
  const dist = fs.mkdtempSync(path.join(os.tmpdir(), "first-load-"));
  onTestFinished(() => fs.rmSync(dist, { recursive: true }));
  for (const [name, kilobytes] of Object.entries(chunks)) fs.writeFileSync(path.join(dist, name), randomBytes(kilobytes * 1_000));
  fs.writeFileSync(path.join(dist, "build-manifest.json"), JSON.stringify({ rootMainFiles: ["root.js"] }));
  for (const [folder, entryJSFiles] of Object.entries(pages)) {
    const to = path.join(dist, "server/app", folder);
    fs.mkdirSync(to, { recursive: true });
    const script = `globalThis.__RSC_MANIFEST = {};\nglobalThis.__RSC_MANIFEST["/${folder}/page"] = ${JSON.stringify({ entryJSFiles })};\n`;
    fs.writeFileSync(path.join(to, "page_client-reference-manifest.js"), script);
  }
  return dist;
}

const round = (dist: string) => firstLoads(dist).map(({ page, kilobytes }) => [page, Math.round(kilobytes)]);

test("a page takes the framework, its layouts and itself, each file once; only the desk is looked at", () => {
  const dist = aBuild(
    { "root.js": 100, "shared.js": 10, "list.js": 20 },
    {
      "(desk)/today": { layout: ["shared.js"], page: ["shared.js", "root.js"] },
      "(desk)/deals/(list)": { layout: ["shared.js"], page: ["shared.js", "list.js"] },
      "sign-in": { page: ["list.js"] },
    },
  );
  expect(round(dist)).toEqual([
    ["/deals", 130],
    ["/today", 110],
  ]);
});

test("a page beyond its ceiling fails the check and is named, the others pass", async () => {
  const dist = aBuild({ "root.js": 132, "big.js": 30 }, { "(desk)/today": { page: ["big.js"] }, "(desk)/deals": { page: [] } });
  await expect(firstLoad(dist).run()).resolves.toMatchObject({
    passed: 1,
    failed: 1,
    output: expect.stringMatching(/162\.\d kB \/today$/),
  });
});

test("a build without desk pages is no pass", () => {
  const dist = aBuild({ "root.js": 1 }, {});
  fs.mkdirSync(path.join(dist, "server/app/(desk)"), { recursive: true });
  expect(() => firstLoads(dist)).toThrow("no desk page");
});
