"use client";
import type { ReactNode } from "react";

/** The theme follows the system until someone chooses; the choice is a cookie, so that the server paints it right from the first byte. */
export function ThemeToggle({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="rail-item" onClick={switchTheme}>
      {children}
    </button>
  );
}

/** Chooses the other of light and dark. */
export function switchTheme() {
  const root = document.documentElement;
  const isDark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = isDark ? "light" : "dark";
  root.dataset.theme = theme;
  document.cookie = `theme=${theme}; path=/; max-age=31536000; samesite=lax`;
}
