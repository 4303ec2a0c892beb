import type { Metadata } from "next";
import type { ReactNode } from "react";

import "../../styles/prospect.css";

export const metadata: Metadata = {
  title: { absolute: "How would you like to hear from us?" },
  description: null,
  robots: { index: false, follow: false },
};

export default function PreferencesLayout({ children }: { children: ReactNode }) {
  return (
    <div className="prospect" lang="en">
      <a className="skip" href="#content">
        Skip to content
      </a>
      {children}
    </div>
  );
}
