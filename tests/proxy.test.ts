import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";

import { config, proxy } from "../proxy.ts";

const headersOf = (path: string) => proxy(new NextRequest(`http://127.0.0.1:3000${path}`)).headers;
const policyOf = (path: string) => headersOf(path).get("content-security-policy")!;

const theirs = `/preferences/${"a-_Z".repeat(16)}`;

afterEach(() => vi.unstubAllEnvs());

test("every page has a policy of its own that only its nonce opens", () => {
  const policy = policyOf("/today");
  for (const part of ["worker-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"])
    expect(policy).toContain(part);
  expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/=]{24,}' 'strict-dynamic';/);
  expect(policy).not.toContain("unsafe-eval");
  expect(policyOf("/today")).not.toBe(policy);
});

test("a page is private, sniffed by nobody and named to no other site", () => {
  expect(Object.fromEntries(headersOf("/prospects/1"))).toMatchObject({
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
  });
});

test("the prospect's page can be read and its forms posted, and nothing else: no script, no fetch, no frame", () => {
  for (const path of [theirs, `${theirs}/choose`]) {
    expect(policyOf(path)).toMatch(
      /^default-src 'none'; style-src 'nonce-[\w+/=]+'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headersOf(path).get("cache-control")).toBe("private, no-store");
  }
  expect(policyOf(`${theirs}/data`)).toContain("script-src 'self'");
});

test.each([
  [theirs, "no-referrer"],
  [`${theirs}/data`, "strict-origin"],
  ["/invitations/abc", "strict-origin"],
])("%s keeps its address to itself", (path, policy) => {
  expect(headersOf(path).get("referrer-policy")).toBe(policy);
  expect(headersOf(path).get("x-robots-tag")).toMatch(/noindex/);
});

test("transport security is demanded where there is any", () => {
  expect(headersOf("/today").has("strict-transport-security")).toBe(false);
  vi.stubEnv("BASE_URL", "https://crm.example.com");
  expect(headersOf("/today").get("strict-transport-security")).toMatch(/^max-age=\d{8}/);
});

test("programs are not sent to the sign-in: what lies below /api passes by", () => {
  const passesThrough = (path: string) => new RegExp(`^${config.matcher[0]}$`).test(path);
  expect(["/people/keys", "/today", "/apiary"].map(passesThrough)).toEqual([true, true, true]);
  expect(["/api/v1/follow-ups/assess", "/api/v1/openapi.json"].map(passesThrough)).toEqual([false, false]);
});
