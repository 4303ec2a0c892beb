"use client";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";

/** Searches everything. Without JavaScript it is an ordinary form; with it the frame stays. */
export function SearchBox({ children }: { children: ReactNode }) {
  const router = useRouter();
  return (
    <form
      action="/search"
      className="command"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const words = event.currentTarget.querySelector("input")?.value ?? "";
        router.push(`/search?${new URLSearchParams({ q: words }).toString()}` as Route);
      }}
    >
      {children}
    </form>
  );
}
