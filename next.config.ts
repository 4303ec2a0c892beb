import type { NextConfig } from "next";

// Pages get theirs, with a nonce, in proxy.ts.
const apiHeaders = [
  { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'" },
  { key: "x-content-type-options", value: "nosniff" },
  { key: "referrer-policy", value: "same-origin" },
  { key: "cross-origin-resource-policy", value: "same-origin" },
  { key: "x-robots-tag", value: "noindex" },
];
const strictTransport = { key: "strict-transport-security", value: "max-age=63072000; includeSubDomains" };

export default {
  // npm test builds beside a running demo, never under it
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // npm run check and npm test look at the types; a build would look a second time
  typescript: { ignoreBuildErrors: true },
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  // there are no pictures to resize; the endpoint would only be one more door
  images: { unoptimized: true },
  agentRules: false,
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: ["pg", "pg-boss", "pg-copy-streams", "better-auth", "nodemailer"],
  // strictRouteTypes: route types come from one build folder only (next-env.d.ts), so an old one cannot contradict it
  experimental: { authInterrupts: true, strictRouteTypes: true },
  headers: async () => [
    { source: "/api/:path*", headers: apiHeaders },
    { source: "/api/:path*", has: [{ type: "header", key: "x-forwarded-proto", value: "https" }], headers: [strictTransport] },
    { source: "/_next/static/:path*", headers: [{ key: "x-content-type-options", value: "nosniff" }] },
  ],
} satisfies NextConfig;
