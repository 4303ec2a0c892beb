import type { Spoken } from "#lib/follow-up/spoken.ts";

type Plain = {
  language: Spoken;
  title: string;
  /** Already HTML: what was typed or stored goes through `text` first. */ body: string;
  status?: number;
};

/**
 * A page of a few words that needs neither script nor framework: for whoever came with a link that does nothing, lost theirs, or pressed “unsubscribe”.
 * Written out here because a page's notFound() arrives empty where scripts do not run.
 */
export function plainPage(request: Request, { language, title, body, status = 200 }: Plain, more: Record<string, string> = {}): Response {
  const nonce = (request.headers.get("x-nonce") ?? "").replace(/[^\w+/=-]/g, "");
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "private, no-store",
    "content-language": language,
    ...more,
  };
  return new Response(html(nonce, { language, title, body }), { status, headers });
}

const marks: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text as HTML shows it. */
export const text = (raw: string) => raw.replace(/[&<>"']/g, (mark) => marks[mark]!);

const html = (nonce: string, { language, title, body }: Omit<Plain, "status">) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${text(title)}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { max-width: 640px; margin: 0 auto; padding: 32px 20px; font: 17px/26px system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 27px; line-height: 34px; text-wrap: balance; }
label { display: block; font-weight: 600; }
input, button { font: inherit; box-sizing: border-box; min-height: 48px; padding: 10px 16px; border: 1px solid GrayText; border-radius: 6px; }
input { width: 100%; margin: 4px 0 16px; background: Field; color: FieldText; }
button { background: CanvasText; color: Canvas; border-color: CanvasText; font-weight: 600; cursor: pointer; }
input:focus-visible, button:focus-visible, a:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
[role="alert"] { border-left: 4px solid; padding-left: 12px; font-weight: 600; }
</style>
</head>
<body>
<main>
<h1>${text(title)}</h1>
${body}
</main>
</body>
</html>
`;
