import { type NextRequest, NextResponse } from "next/server";

const development = process.env.NODE_ENV === "development";

/** Gives each page its own nonce, its Content-Security-Policy and the headers of a private page. Routes below /api get theirs in next.config.ts. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const isDocument = isPreferencePage(request.nextUrl.pathname);
  const policy = isDocument ? documentPolicy(nonce) : contentSecurityPolicy(nonce);
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  forwarded.set("content-security-policy", policy); // Next puts the nonce it finds here on its own scripts

  const response = NextResponse.next({ request: { headers: forwarded } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of Object.entries(pageHeaders(request.nextUrl.pathname))) response.headers.set(name, value);
  return response;
}

function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ""}`,
    development ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The prospect's own page and what answers its forms: written out by routes, without any script. */
const isPreferencePage = (path: string) => /^\/preferences\/[\w-]{64}(\/choose)?$/.test(path);

/** A document that fetches nothing and runs nothing; it can be read, and its forms posted to us. */
const documentPolicy = (nonce: string) =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "img-src data:",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

function pageHeaders(path: string): Record<string, string> {
  const secret = /^\/(preferences|invitations|calendar)(\/|$)/.test(path);
  return {
    "x-content-type-options": "nosniff",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cache-control": "private, no-store",
    // A secret address never leaves as a referrer. Server actions refuse the "Origin: null" that browsers send with "no-referrer" from a plain form;
    // the prospect's page posts to a route, which does not mind.
    "referrer-policy": isPreferencePage(path) ? "no-referrer" : secret ? "strict-origin" : "same-origin",
    // A route's own type reaches the compressor as a list, which it does not read: said here, the page travels compressed.
    ...(isPreferencePage(path) && !path.endsWith("/choose") ? { "content-type": "text/html; charset=utf-8" } : {}),
    ...(secret ? { "x-robots-tag": "noindex, nofollow" } : {}),
    ...(process.env.BASE_URL?.startsWith("https:") ? { "strict-transport-security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

// Not /api: a proxied request body is copied into memory and cut at 10 MB, and uploads go there.
export const config = { matcher: ["/((?!api/|_next/static/|_next/image).*)"] };
