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
  "outbox",
  "policy",
  "settings",
];

/** Where to go after signing in: the asked-for path if it is one of our pages, else Today. Never another site. */
export function ownPath(asked: unknown): string {
  // no dots, doubled or encoded slashes: a browser would resolve them to something else than what is checked here
  const path = typeof asked === "string" && /^(\/[\w-]+)+(\?[\w\-=&%+,~.]*)?$/.test(asked) ? asked : "";
  const [, place = ""] = /^\/([a-z]+)(?=[/?]|$)/.exec(path) ?? [];
  return places.includes(place) ? path : "/today";
}
