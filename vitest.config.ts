import { defineConfig } from "vitest/config";

const alias = { "server-only": new URL("./tests/setup/empty.ts", import.meta.url).pathname };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          isolate: false,
          testTimeout: 60_000,
          include: ["{app,components,lib}/**/*.test.{ts,tsx}", "tests/*.test.ts", "tests/{golden,laws,mutation,validation}/**/*.test.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          isolate: false,
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/setup/postgres.ts"],
          setupFiles: ["tests/setup/worker-database.ts"],
          pool: "forks",
          maxWorkers: 2,
          testTimeout: 60_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
