import type { Opening } from "#components/log-draft.ts";

/** Who it was with: said by the button or row, else by the record's page. */
export function readOpening(from: HTMLElement | null): Omit<Opening, "count"> {
  const said = from?.dataset.prospectId ? from : (from?.querySelector<HTMLElement>("[data-prospect-id]") ?? recordOfPage());
  const { prospectId, prospectName } = said?.dataset ?? {};
  const { followUpId = null, channel = null, planned, correct } = from?.dataset ?? {};
  return {
    prospect: prospectId ? { id: prospectId, name: prospectName ?? document.querySelector("main h1")?.textContent ?? "" } : null,
    followUpId,
    channel,
    planned: planned ? (JSON.parse(planned) as Opening["planned"]) : null,
    correct: correct ? (JSON.parse(correct) as Opening["correct"]) : null,
  };
}

function recordOfPage(): HTMLElement | null {
  const id = /\/prospects\/([0-9a-f-]{36})/.exec(location.pathname)?.[1];
  return id ? document.querySelector<HTMLElement>(`main [data-prospect-id="${id}"]`) : null;
}
