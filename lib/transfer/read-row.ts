import { foldForSearch } from "#lib/prospects/search-text.ts";
import { type DateOrder, readDate } from "#lib/transfer/parse-date.ts";
import type { Field } from "#lib/transfer/fields.ts";
import type { DecimalMark } from "#lib/transfer/parse-value.ts";
import { readText } from "#lib/transfer/parse-value.ts";

export type Owner = { userId: string; teamId: string };

/** All that reading a row needs to know besides its cells. */
export type RowReader = {
  header: string[];
  /** Which columns feed a field, in their order. */
  places: Map<Field, number[]>;
  fileName: string;
  dateOrder: DateOrder;
  decimalMark: DecimalMark;
  /** Country of phone numbers that name none. */
  country: string | null;
  currency: string;
  /** By folded name and by e-mail address: who may own what this person imports. */
  owners: Map<string, Owner>;
  defaultOwner: Owner;
  today: string;
};

/** A remark on a row. Remarks with the same text are shown together. */
export type Note = { text: string };

/** Most cells: nothing to clean. */
const plain = /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/;

/** Which columns feed each field. */
export function placesOf(fields: Field[]): Map<Field, number[]> {
  const places = new Map<Field, number[]>();
  for (const [index, field] of fields.entries()) places.set(field, [...(places.get(field) ?? []), index]);
  return places;
}

/** The cells of one row by what they mean, cleaned. */
export class Cells {
  readonly notes: Note[] = [];

  constructor(
    readonly reader: RowReader,
    private readonly cells: string[],
  ) {}

  /** The first column that holds something for a field. */
  text(field: Field, max = 200): string | null {
    return this.all(field, max)[0]?.value ?? null;
  }

  all(field: Field, max = 200): { header: string; value: string }[] {
    const found: { header: string; value: string }[] = [];
    for (const index of this.reader.places.get(field) ?? []) {
      const read = readText(this.cells[index]);
      const value = read === null ? "" : this.tidy(read, max);
      if (value !== "") found.push({ header: this.reader.header[index]!, value });
    }
    return found;
  }

  /** A calendar day; a cell that is none is left out with a note. */
  day(field: Field): string | null {
    const cell = this.text(field);
    if (cell === null) return null;
    const read = readDate(cell, this.reader.dateOrder);
    if (read === null && this.reader.dateOrder === "ambiguous")
      this.note("A date may begin with its day or its month, the file does not tell; choose which above. It is left out.");
    else if (read === null) this.note(`A date cannot be read (such as “${cell.slice(0, 30)}”); it is left out.`);
    return read;
  }

  owner(): Owner {
    const name = this.text("owner");
    if (name === null) return this.reader.defaultOwner;
    const found = this.reader.owners.get(foldForSearch(name));
    if (!found) this.note(`No one called “${name.slice(0, 60)}” may own records here; the default owner gets the row.`);
    return found ?? this.reader.defaultOwner;
  }

  note(text: string): void {
    this.notes.push({ text });
  }

  private tidy(value: string, max: number): string {
    if (value.length <= max && plain.test(value)) return value;
    const clean = max > 500 ? value.replace(/(?![\n\t])\p{Cc}/gu, "") : value.replace(/[\p{Cc}\s]+/gu, " ");
    if (clean.length <= max) return clean.trim();
    this.note(`A cell is longer than ${max} characters; the rest is cut off.`);
    return clean.slice(0, max).toWellFormed().trim();
  }
}
