import { Wrong } from "./parts.tsx";

const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));
const regions = [...new Set(zones.map((zone) => zone.split("/")[0]!))];

/** Whose clock the hours are read by. */
export function ZoneField({ value, wrong }: { value: string; wrong?: string }) {
  return (
    <label className="labelled">
      Where you are, so that we read the hours by your clock
      <select
        className="field"
        name="timeZone"
        defaultValue={value}
        aria-describedby={wrong && "zone-wrong"}
        aria-invalid={wrong ? true : undefined}
      >
        {zones.includes(value) ? null : <option>{value}</option>}
        {regions.map((region) => (
          <optgroup key={region} label={region}>
            {zones
              .filter((zone) => zone.startsWith(`${region}/`))
              .map((zone) => (
                <option key={zone} value={zone}>
                  {zone
                    .slice(region.length + 1)
                    .replaceAll("_", " ")
                    .replaceAll("/", ", ")}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
      <Wrong id="zone-wrong">{wrong}</Wrong>
    </label>
  );
}
