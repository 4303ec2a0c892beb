"use client";
import type { Opening } from "#components/log-draft.ts";

const place = "reopen-log";

/** The way to the sign-in and back to this sheet, as it stands. */
export function SignInAgain({ path, opening }: { path: string; opening: Opening }) {
  return (
    <>
      {" "}
      <a href={`/sign-in?to=${encodeURIComponent(path)}`} onClick={() => sessionStorage.setItem(place, JSON.stringify(opening))}>
        Sign in
      </a>
    </>
  );
}
