import type pg from "pg";

/** From now on every statement of the pool's connections comes back with the plan it really ran by, as a notice. Needs a superuser. */
export function explainTo(pool: pg.Pool, heard: (plan: string) => void): void {
  const settings = ["log_min_duration = 0", "log_analyze = on", "log_buffers = on", "log_timing = on", "log_nested_statements = off"];
  const ask = ["LOAD 'auto_explain'", ...settings.map((setting) => `SET auto_explain.${setting}`), "SET client_min_messages = log"].join(
    "; ",
  );
  pool.on("connect", (client) => {
    client.on("notice", ({ message }) => {
      if (message?.includes("plan:")) heard(message);
    });
    client.query(ask).catch((error: Error) => heard(`Plans cannot be shown on this server: ${error.message}`));
  });
}
