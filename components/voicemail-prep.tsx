"use client";
import { Icon } from "#components/icon.tsx";
import { Rule } from "#components/rule.tsx";
import type { Voicemail } from "#lib/touches/voicemail.ts";

type PrepProps = { voicemail: Voicemail; onLeft: () => void };

/** Nobody took the call: what to say to the machine, or why to say nothing (P3). */
export function VoicemailPrep({ voicemail: { script, why, rule }, onLeft }: PrepProps) {
  return (
    <section className="voicemail" aria-label="Leave a voicemail?">
      <h3>
        <Icon name="phone" />
        {script ? "Leave a voicemail?" : "No voicemail this time"}
      </h3>
      {script && <blockquote>{script}</blockquote>}
      <p className="meta">
        {why} <Rule id={rule} />
      </p>
      {script && (
        <button type="button" className="btn" onClick={onLeft}>
          I left it
        </button>
      )}
    </section>
  );
}
