import path from "node:path";
import { defineConfig } from "prisma/config";

// Prisma's CLI otherwise downloads a native schema engine; the shim answers the same protocol from its WebAssembly build on npm.
if (process.env.PRISMA_NATIVE_ENGINE !== "1")
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(import.meta.dirname, "prisma/schema-engine/shim.mjs");

export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations", seed: "tsx prisma/seed.ts" },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
