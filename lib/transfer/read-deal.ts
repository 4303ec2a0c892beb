import { readEmail } from "#lib/prospects/contact-points.ts";
import { foldForSearch } from "#lib/prospects/search-text.ts";
import { foldHeader } from "#lib/transfer/detect-columns.ts";
import { readAmount, readCurrency } from "#lib/transfer/parse-value.ts";
import { Cells, type Note, type Owner, type RowReader } from "#lib/transfer/read-row.ts";

/** A stage of the organisation, in their order. */
export type StageName = { id: string; name: string; kind: string };

export type DealRow = {
  line: number;
  notes: Note[];
  rejected: string | null;
  externalKey: string | null;
  title: string;
  amount: number | null;
  currency: string;
  stageId: string;
  closeOn: string | null;
  createdOn: string | null;
  company: string | null;
  contact: string | null;
  contactEmail: string | null;
  contactKey: string | null;
  owner: Owner;
};

/** Reads one row as a deal: with somebody, in one of the organisation's stages. */
export function readDeal(reader: RowReader, stages: StageName[], line: number, values: string[]): DealRow {
  const cells = new Cells(reader, values);
  const [company, contact] = [cells.text("company"), cells.text("contact")];
  const email = cells.text("contactEmail", 254);
  const contactEmail = email && !readEmail(email).problem ? readEmail(email).normalised : null;
  const contactKey = keyOf(cells, "contactKey");
  const made = [cells.text("product"), company ?? contact].filter(Boolean).join(" · ");
  const amount = cells.text("amount");
  const value = amount === null ? null : readAmount(amount, reader.decimalMark);
  if (amount !== null && (value === null || value < 0))
    cells.note(`An amount cannot be read (such as “${amount.slice(0, 30)}”); it is left out.`);
  const day = cells.day("createdOn");
  return {
    ...{ line, notes: cells.notes, company, contact, contactEmail, contactKey },
    rejected:
      company || contact || contactEmail || contactKey ? null : "The row names neither a company nor a person; a deal is with someone.",
    externalKey: keyOf(cells, "externalKey"),
    title: cells.text("title") ?? (made || "Deal"),
    amount: value !== null && value >= 0 ? value : null,
    currency: readCurrency(cells.text("currency") ?? amount ?? "", reader.currency) ?? reader.currency,
    stageId: stageOf(cells, stages).id,
    closeOn: cells.day("closeOn"),
    createdOn: day && day <= reader.today ? day : null,
    owner: cells.owner(),
  };
}

function keyOf(cells: Cells, field: "externalKey" | "contactKey"): string | null {
  const found = cells.all(field).find(({ value }) => value !== "0");
  return found ? `${foldHeader(found.header).replaceAll(" ", "")}:${found.value}` : null;
}

/** A stage by its name, else won or lost where the words say so, else the first. */
function stageOf(cells: Cells, stages: StageName[]): StageName {
  const [stage, status] = [cells.text("stage"), cells.text("status")];
  const first = stages.find(({ kind }) => kind === "open") ?? stages[0]!;
  const said = `${stage ?? ""} ${status ?? ""}`.toLowerCase();
  const kind = /\bwon\b/.test(said) ? "won" : /\blost\b/.test(said) ? "lost" : null;
  const named = stages.find(({ name }) => foldForSearch(name) === foldForSearch(stage));
  if (kind) return named?.kind === kind ? named : (stages.find((each) => each.kind === kind) ?? first);
  if (stage !== null && !named) cells.note(`The stage “${stage.slice(0, 60)}” is not one of yours; such deals start at “${first.name}”.`);
  return named ?? first;
}
