"use client";
import type { Route } from "next";
import Link from "next/link";
import { useEffect, useState } from "react";

import { FirstIcon } from "#components/first-icon.tsx";
import type { Toast } from "#components/show-toast.ts";

type Shown = Toast & { id: number };

/** Long enough to read and reach; an act to take back stays longer. */
const lasts = (toast: Toast) => (toast.act ? 12_000 : 7_000);
const icons = { welcome: "yes", more: "plus", never: "ban" } as const;

/** What was just done, told politely at the foot of the page. The region is always there, so that screen readers hear it. */
export function Toasts() {
  const [shown, setShown] = useState<Shown[]>([]);
  const drop = (id: number) => setShown((toasts) => toasts.filter((toast) => toast.id !== id));

  useEffect(() => {
    let count = 0;
    const show = (event: Event) => {
      const toast = { ...(event as CustomEvent<Toast>).detail, id: (count += 1) };
      setShown((toasts) => [...toasts.slice(-2), toast]);
      setTimeout(() => setShown((toasts) => toasts.filter(({ id }) => id !== toast.id)), lasts(toast));
    };
    window.addEventListener("toast", show);
    return () => window.removeEventListener("toast", show);
  }, []);

  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, text, link, act, then, tone = "welcome" }) => (
        <div key={id} className={`toast t-${tone}`}>
          <FirstIcon name={icons[tone]} />
          <span>{text}</span>
          {link ? (
            <Link href={link.href as Route} onClick={() => drop(id)}>
              {link.name}
            </Link>
          ) : null}
          {[then, act].map(
            (each) =>
              each && (
                <button
                  key={each.name}
                  type="button"
                  className="remedy"
                  onClick={() => {
                    each.run();
                    drop(id);
                  }}
                >
                  {each.name}
                </button>
              ),
          )}
          <button type="button" className="toast-close" aria-label="Close" onClick={() => drop(id)}>
            <FirstIcon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
