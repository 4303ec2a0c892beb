"use client";
import { useSyncExternalStore } from "react";

const themes = [
  { value: "", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

/** The same cookie as the toggle's; without it the theme follows the system. */
export function ThemeChoice() {
  const theme = useSyncExternalStore(watch, chosen, () => "");
  return (
    <fieldset className="entry">
      <legend className="sr">Theme</legend>
      <div className="chips">
        {themes.map(({ value, label }) => (
          <label key={value} className="chip">
            <input type="radio" name="theme" value={value} checked={theme === value} onChange={() => choose(value)} />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

const chosen = () => document.documentElement.dataset.theme ?? "";

function watch(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

function choose(theme: string) {
  if (theme) document.documentElement.dataset.theme = theme;
  else delete document.documentElement.dataset.theme;
  document.cookie = `theme=${theme}; path=/; max-age=${theme ? 31_536_000 : 0}; samesite=lax`;
}
