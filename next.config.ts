import type { NextConfig } from "next";

export default {
  typedRoutes: true,
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  outputFileTracingRoot: import.meta.dirname,
  serverExternalPackages: ["pg", "pg-boss", "pg-copy-streams", "better-auth"],
  experimental: { authInterrupts: true },
} satisfies NextConfig;
