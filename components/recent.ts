import { memberHere } from "#components/member.ts";

/** How many records one may want to come back to. */
const most = 20;
const groups = { prospects: "people", companies: "companies", deals: "deals" } as const;

const place = () => `recent:${memberHere()}`;

/** The records this member opened last on this device, as `people:<id>`. No names: the server says those, to whoever may still see the record. */
export function recentRecords(): string[] {
  try {
    return (localStorage.getItem(place()) ?? "").split(",").filter(Boolean).slice(0, most);
  } catch {
    return [];
  }
}

/** Notes that a record's page was opened; any other page is not noted. */
export function remember(path: string): void {
  const [, list, id] = /^\/(prospects|companies|deals)\/([0-9a-f-]{36})$/.exec(path) ?? [];
  if (!id) return;
  const record = `${groups[list as keyof typeof groups]}:${id}`;
  try {
    localStorage.setItem(place(), [record, ...recentRecords().filter((each) => each !== record)].slice(0, most).join());
  } catch {
    // a full or forbidden storage costs only the list of recent records
  }
}
