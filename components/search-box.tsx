"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";

/** Searches prospects. Without JavaScript it is an ordinary form; with it the page stays and only the list changes. */
export function SearchBox({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <form
      action="/prospects"
      className="command"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = event.currentTarget.querySelector("input")?.value ?? "";
        router.push(`/prospects?${new URLSearchParams({ q: words }).toString()}` as Route);
      }}
    >
      {children}
    </form>
  );
}
