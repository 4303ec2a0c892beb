/** Markup that may be sent as it is. Only `html` makes it. */
export type Html = { readonly markup: string };
/** What can stand in markup: text is escaped, lists are joined, nothing is left out. */
export type Piece = Html | string | number | false | null | undefined | readonly Piece[];

/** Markup as a template: what is put in is escaped unless it is markup itself. Attributes stand in double quotes. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Html {
  let markup = parts[0]!;
  for (let i = 0; i < pieces.length; i += 1) markup += toMarkup(pieces[i]) + parts[i + 1]!;
  return { markup };
}

function toMarkup(piece: Piece): string {
  if (piece === false || piece === null || piece === undefined) return "";
  if (typeof piece === "object") return "markup" in piece ? piece.markup : piece.map(toMarkup).join("");
  return escaped(String(piece));
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign]!);
