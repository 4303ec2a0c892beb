const places = [
  "today",
  "prospects",
  "companies",
  "deals",
  "schedule",
  "library",
  "import",
  "imports",
  "overview",
  "pipeline",
  "people",
  "policy",
];

/** Where to go after signing in: the asked-for path if it is one of our pages, else Today. Never another site. */
export function ownPath(asked: unknown): string {
  const path = typeof asked === "string" && /^\/[\w\-./?=&%+,~]*$/.test(asked) ? asked : "";
  const [, place = ""] = /^\/([a-z]+)(?=[/?]|$)/.exec(path) ?? [];
  return places.includes(place) ? path : "/today";
}
