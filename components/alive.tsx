"use client";
import { useEffect } from "react";

/** Tells `keepEarly` that all before it listens. */
export function Alive() {
  useEffect(() => {
    window.dispatchEvent(new Event("alive"));
  }, []);
  return null;
}
