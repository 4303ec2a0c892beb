/**
 * A cell as it may stand in a file that a spreadsheet opens: one that begins like a formula gets an apostrophe in front, which spreadsheets
 * take off again when shown (OWASP, CSV injection).
 */
export function neutralise(cell: string): string {
  return /^\p{Cf}*[=+\-@＝＋－＠\t\r]/u.test(cell) ? `'${cell}` : cell;
}

/** One line of CSV (RFC 4180), neutralised. */
export function csvLine(cells: string[]): string {
  return `${cells.map((cell) => quote(neutralise(cell))).join(",")}\r\n`;
}

const quote = (cell: string) => (/[",;\r\n\t']/.test(cell) || cell.trim() !== cell ? `"${cell.replaceAll('"', '""')}"` : cell);
