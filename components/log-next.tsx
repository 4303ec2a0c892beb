"use client";
import type { Draft } from "#components/log-draft.ts";
import { Field } from "#components/log-fields.tsx";
import { sayPlace } from "#lib/follow-up/say-when.ts";
import { Channel, channelNames } from "#lib/follow-up/vocabulary.ts";

type NextProps = { draft: Draft; theirZone: string | null; viewerZone: string; onChange: (patch: Partial<Draft>) => void };

/** When to come back to them, as a wish: it is judged once the touch is logged, and only the gate schedules it. */
export function LogNext({ draft, theirZone, viewerZone, onChange }: NextProps) {
  const isSet = draft.nextAt !== "";
  return (
    <>
      <div className="log-pair log-next">
        <Field label="Next follow-up" name="nextAt">
          {(described) => (
            <input
              {...described}
              type="datetime-local"
              value={draft.nextAt}
              onChange={({ target }) => onChange({ nextAt: target.value })}
            />
          )}
        </Field>
        {isSet && (
          <Field label="By" name="nextChannel">
            {(described) => (
              <select
                {...described}
                value={draft.nextChannel}
                onChange={({ target }) => onChange({ nextChannel: target.value as Channel | "" })}
              >
                <option value="">As suggested</option>
                {Channel.options.map((channel) => (
                  <option key={channel} value={channel}>
                    {channelNames[channel]}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </div>
      {isSet && theirZone && theirZone !== viewerZone && (
        <label className="log-check">
          <input type="checkbox" checked={draft.nextIsTheirs} onChange={({ target }) => onChange({ nextIsTheirs: target.checked })} />
          By their clock, in {sayPlace(theirZone)}
        </label>
      )}
      {isSet && (
        <p className="meta">
          {draft.nextIsTheirs && !theirZone ? "Their time zone is not known: this is by your clock. " : ""}
          It is judged when this is logged; nothing is scheduled by itself.
        </p>
      )}
    </>
  );
}
