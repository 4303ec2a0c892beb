import type { Metadata, Viewport } from "next";
import { cookies, headers } from "next/headers";
import { connection } from "next/server";
import type { ReactNode } from "react";

import { Alive } from "#components/alive.tsx";
import { keepEarly } from "#components/keep-early.ts";

import "./styles/globals.css";

export const metadata: Metadata = {
  title: { default: "Tactful", template: "%s – Tactful" },
  description: "Follow-up that is persistent, never pushy.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#17181b" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  await connection(); // every page is rendered per request: a page made at build time has no nonce and its scripts would be blocked
  const theme = (await cookies()).get("theme")?.value;
  const nonce = (await headers()).get("x-nonce") ?? undefined;

  return (
    <html lang="en" data-theme={theme === "light" || theme === "dark" ? theme : undefined} suppressHydrationWarning>
      <body>
        <script nonce={nonce} dangerouslySetInnerHTML={{ __html: keepEarly }} suppressHydrationWarning />
        {children}
        <Alive />
      </body>
    </html>
  );
}
