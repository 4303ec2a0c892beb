"use client";
import type { Opening } from "#components/log-draft.ts";
import { reopeningOf } from "#components/member.ts";

/** The way to the sign-in and back to this sheet, as it stands. */
export function SignInAgain({ path, opening, userId }: { path: string; opening: Opening; userId: string }) {
  return (
    <>
      {" "}
      <a
        href={`/sign-in?to=${encodeURIComponent(path)}`}
        onClick={() => sessionStorage.setItem(reopeningOf(userId), JSON.stringify(opening))}
      >
        Sign in
      </a>
    </>
  );
}
