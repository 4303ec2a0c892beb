"use client";
import type { Route } from "next";
import { usePathname, useRouter } from "next/navigation";
import { useCallback, useEffect, useState } from "react";

import { Icon } from "#components/icon.tsx";
import type { LogActions, Waiting as Kept } from "#components/log-draft.ts";
import { listWaiting, sendWaiting } from "#components/outbox.ts";
import { planNext, wishOf } from "#components/plan-next-wish.ts";
import { showToast } from "#components/show-toast.ts";

const retryAfter = 60_000;

/** What waits to be sent: sent by itself when the server can be reached again; what it refuses is opened again, as it was typed. */
export function Waiting({ userId, timeZone, log }: Pick<LogActions, "log" | "timeZone" | "userId">) {
  const router = useRouter();
  const path = usePathname();
  const [kept, setKept] = useState<Kept[]>(() => listWaiting(userId));
  const [isSignedOut, setSignedOut] = useState(false);

  const send = useCallback(async () => {
    const sent = await sendWaiting(userId, log);
    setSignedOut(sent.some(({ state }) => state === "signed-out"));
    for (const each of sent) {
      if (each.state !== "sent") continue;
      const { draft } = each.waiting;
      const wish = wishOf(draft, draft.prospect?.id ?? "", timeZone);
      const act = wish && { name: "Plan the next", run: () => void planNext(wish).then((to) => router.push(to as Route)) };
      showToast({ text: `Sent, it waited here: ${draft.prospect?.name ?? "a touch"}.`, ...(act && { act }) });
    }
    if (sent.some(({ state }) => state === "sent")) router.refresh();
  }, [userId, log, timeZone, router]);

  useEffect(() => {
    const look = () => setKept(listWaiting(userId));
    const back = () => void send();
    const seen = () => document.visibilityState === "visible" && void send();
    window.addEventListener("outbox", look);
    window.addEventListener("storage", look);
    window.addEventListener("online", back);
    document.addEventListener("visibilitychange", seen);
    const timer = setInterval(back, retryAfter);
    if (navigator.onLine) back();
    return () => {
      window.removeEventListener("outbox", look);
      window.removeEventListener("storage", look);
      window.removeEventListener("online", back);
      document.removeEventListener("visibilitychange", seen);
      clearInterval(timer);
    };
  }, [userId, send]);

  const refused = kept.find((each) => each.refused !== null);
  const count = kept.length;
  return (
    <div className="waiting" role="status">
      {count > 0 && (
        <div className={refused ? "waiting-chip t-never" : "waiting-chip t-soon"}>
          <Icon name={refused ? "ban" : "clock"} />
          <span>
            {refused
              ? `The touch with ${refused.draft.prospect?.name ?? "nobody yet"} was not taken: ${refused.refused}`
              : `${count === 1 ? "1 touch waits" : `${count} touches wait`} to be sent`}
          </span>
          {refused ? (
            <button
              type="button"
              className="btn"
              onClick={() => window.dispatchEvent(new CustomEvent("open-waiting", { detail: refused }))}
            >
              Open it
            </button>
          ) : isSignedOut ? (
            <a className="btn" href={`/sign-in?to=${encodeURIComponent(path)}`}>
              Sign in to send
            </a>
          ) : (
            <button type="button" className="btn" onClick={() => void send()}>
              Send now
            </button>
          )}
        </div>
      )}
    </div>
  );
}
