"use client";
import { useEffect } from "react";

import type { EarlyWindow } from "#components/keep-early-press.ts";

/** Answers the press that `keepEarlyPress` kept. Stands behind all that listens. */
export function EarlyPress() {
  useEffect(() => {
    const { pressedEarly } = window as EarlyWindow;
    window.dispatchEvent(new Event("alive"));
    if (pressedEarly?.isConnected) pressedEarly.click();
  }, []);
  return null;
}
