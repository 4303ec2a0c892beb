import fs from "node:fs";
import { request } from "@playwright/test";

const accounts = { rep: "maya@demo.example", manager: "omar@demo.example", admin: "ines@demo.example" };
export const demoPassword = "persistent-never-pushy";
export type DemoRole = keyof typeof accounts;
export const emailOf = (role: DemoRole) => accounts[role];
export const sessionFile = (role: DemoRole) => `.data/test-results/${role}.json`;

/** Signs each role in once a run and keeps the cookies, so that journeys do not use up the tries that guard the real sign-in. */
export default async function setup() {
  fs.mkdirSync(".data/test-results", { recursive: true });
  const baseURL = process.env.BASE_URL!;
  for (const role of Object.keys(accounts) as DemoRole[]) {
    const client = await request.newContext({ baseURL, extraHTTPHeaders: { origin: baseURL } });
    const answer = await client.post("/api/auth/sign-in/email", { data: { email: emailOf(role), password: demoPassword } });
    if (!answer.ok()) throw new Error(`${emailOf(role)} could not sign in: ${answer.status()} ${await answer.text()}`);
    await client.storageState({ path: sessionFile(role) });
    await client.dispose();
  }
}
