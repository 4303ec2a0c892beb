import { parseKept, readKept } from "#components/kept.ts";
import { showToast } from "#components/show-toast.ts";
import { askReach } from "#components/use-line.ts";

/** Opens the dialler or the mail program for somebody, and offers to log it: at once, and when one comes back from there. */
export async function handOff(from: HTMLElement): Promise<void> {
  const { handOff: by, prospectId = "", prospectName = "them", followUpId = null, address } = from.dataset;
  const reach = await askReach(prospectId, followUpId).catch(() => null);
  const isCall = by === "phone";
  const to = address ?? (isCall ? reach?.phone : reach?.email) ?? null;
  if (!to) {
    const text = reach
      ? `There is no ${isCall ? "number" : "address"} of ${prospectName} yet.`
      : "The server could not be reached. Try again.";
    showToast({ text, tone: "more", link: { href: `/prospects/${prospectId}?tab=facts`, name: "Open" } });
    return;
  }
  location.href = isCall ? `tel:${to}` : mailTo(to, reach?.subject ?? "", keptLetter(prospectId) || (reach?.draft ?? ""));
  offerToLog(from, isCall ? "phone" : "email", prospectName);
}

function mailTo(address: string, subject: string, body: string): string {
  const parts = Object.entries({ subject, body }).flatMap(([name, text]) => (text ? [`${name}=${encodeURIComponent(text)}`] : []));
  return `mailto:${encodeURIComponent(address).replaceAll("%40", "@")}${parts.length > 0 ? `?${parts.join("&")}` : ""}`;
}

/** The letter as it is being written in the plan. */
const keptLetter = (prospectId: string) => (parseKept(readKept(`plan:${prospectId}`)) as { draft?: string } | null)?.draft ?? "";

const longEnough = 8_000;

function offerToLog(from: HTMLElement, channel: "phone" | "email", name: string): void {
  const opener = document.createElement("span");
  Object.assign(opener.dataset, from.dataset);
  opener.dataset.channel = channel;
  const left = Date.now();
  const act = {
    name: channel === "phone" ? "Log this call" : "Log this e-mail",
    run: () => window.dispatchEvent(new CustomEvent("open-log", { detail: opener })),
  };
  const offer = () => showToast({ text: channel === "phone" ? `Calling ${name}.` : `Writing to ${name}.`, act });
  offer();
  window.addEventListener("focus", () => Date.now() - left > longEnough && offer(), { once: true });
}
