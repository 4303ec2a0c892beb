"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/**
 * What an address answers, asked every half second until `isOver` says so; then the page is read anew. `lost` is true while nobody answers. The
 * work itself goes on without anyone watching.
 */
export function usePolled<T>(address: string, first: T, isOver: (answer: T) => boolean): { answer: T; lost: boolean } {
  const router = useRouter();
  const [answer, setAnswer] = useState(first);
  const [lost, setLost] = useState(false);

  useEffect(() => {
    let left = false;
    const ask = async () => {
      try {
        const response = await fetch(address, { cache: "no-store" });
        const heard = (await response.json()) as T;
        if (left) return;
        setLost(!response.ok);
        if (response.ok) setAnswer(heard);
        if (response.ok && isOver(heard)) return router.refresh();
      } catch {
        setLost(true);
      }
      if (!left) timer = setTimeout(() => void ask(), 500);
    };
    let timer = setTimeout(() => void ask(), 200);
    return () => {
      left = true;
      clearTimeout(timer);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- what ends it does not change while it is watched
  }, [address, router]);

  return { answer, lost };
}
