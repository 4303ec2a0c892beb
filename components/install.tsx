"use client";
import { useEffect } from "react";

/** Lets a phone keep Tactful among its apps: the worker holds the shell and a page for when there is no connection, nothing private. */
export function Install() {
  useEffect(() => {
    if (process.env.NODE_ENV === "production" && "serviceWorker" in navigator)
      navigator.serviceWorker.register("/worker.js", { scope: "/", updateViaCache: "none" }).catch(() => undefined); // works without
  }, []);
  return null;
}
