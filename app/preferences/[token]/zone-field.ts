import { type Html, html } from "#lib/preferences/html.ts";
import { amiss, pointsTo, type View } from "./view.ts";

const zones = Intl.supportedValuesOf("timeZone").filter((zone) => zone.includes("/"));
const regions = [...new Set(zones.map((zone) => zone.split("/")[0]!))];
const placeIn = (zone: string) =>
  zone
    .slice(zone.indexOf("/") + 1)
    .replaceAll("_", " ")
    .replaceAll("/", ", ");

// four hundred names that never change: drawn once
const everywhere = html`${regions.map(
  (region) =>
    html`<optgroup label="${region}">
      ${zones.filter((zone) => zone.startsWith(`${region}/`)).map((zone) => html`<option value="${zone}">${placeIn(zone)}</option>`)}
    </optgroup>`,
)}`;

/** Whose clock the hours are read by; theirs stands on top. */
export const zoneField = (view: View): Html => html`
  <label class="labelled">
    ${view.words.choose.zone}
    <select class="field" name="timeZone" ${pointsTo("zone-wrong", view.problems.timeZone)}>
      <option value="${view.values.timeZone}" selected>${placeIn(view.values.timeZone)}</option>
      ${everywhere}
    </select>
  </label>
  ${amiss(view, "zone-wrong", view.problems.timeZone)}
`;
