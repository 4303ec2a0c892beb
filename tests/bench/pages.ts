import autocannon from "autocannon";

import { quantiles, type Timing } from "./measure.ts";
import { benchPassword } from "./organisation.ts";

/** The pages' time from request to last byte, one request after the other on one connection. */
export async function measurePages(address: string, email: { rep: string; manager: string }): Promise<Timing[]> {
  const cookies = { rep: await signIn(address, email.rep), manager: await signIn(address, email.manager) };
  const timings = [await measurePage(address, "/api/health", "health, over HTTP")];
  for (const [path, role, goal] of [
    ["/today", "rep", 30],
    ["/prospects", "rep", 30],
    ["/prospects", "manager", 30],
    ["/prospects?q=montenegro", "manager", 30],
    ["/search?q=montenergo", "manager", 30],
    ["/api/search?q=montenergo", "manager", 30],
    ["/overview", "manager", 50],
  ] as const)
    timings.push({ ...(await measurePage(address, path, `${path} as a ${role}, over HTTP`, cookies[role])), goal });
  return timings;
}

async function signIn(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/api/auth/sign-in/email`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: address },
    body: JSON.stringify({ email, password: benchPassword }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in: ${answer.status} ${await answer.text()}`);
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

async function measurePage(address: string, path: string, name: string, cookie?: string): Promise<Timing> {
  const headers: Record<string, string> = cookie ? { cookie } : {};
  const run = (duration: number) => {
    const times: number[] = [];
    const cannon = autocannon({ url: `${address}${path}`, connections: 1, duration, headers });
    cannon.on("response", (_client: unknown, _status: number, _bytes: number, ms: number) => times.push(ms));
    return Promise.resolve(cannon).then((result) => ({ times, failed: result.errors + result.non2xx }));
  };
  await run(2); // compiles and caches
  const { times, failed } = await run(5);
  if (times.length === 0) throw new Error(`${path} did not answer within five seconds.`);
  if (failed > 0) throw new Error(`${failed} of ${times.length} answers of ${path} were no page.`);
  return { name, ...quantiles(times), rounds: times.length };
}
