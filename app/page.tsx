import { redirect } from "next/navigation";

import { currentActor } from "#lib/platform/current-actor.ts";

export default async function HomePage(): Promise<never> {
  if (await currentActor()) redirect("/today");
  redirect("/sign-in");
}
