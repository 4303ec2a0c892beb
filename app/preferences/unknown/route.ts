/**
 * One answer for a link that never was, was cut off or was taken back. Written out here because a page's notFound() arrives empty
 * where scripts do not run, and this page has to be read by people who came to say stop.
 */
export function GET(request: Request): Response {
  const nonce = request.headers.get("x-nonce") ?? "";
  const headers = { "content-type": "text/html; charset=utf-8", "cache-control": "private, no-store" };
  return new Response(html(nonce.replace(/[^\w+/=-]/g, "")), { status: 404, headers });
}

const html = (nonce: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>This link does not work</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; }
body { max-width: 640px; margin: 0 auto; padding: 32px 20px; font: 17px/26px system-ui, sans-serif; }
h1 { font-size: 27px; line-height: 34px; }
</style>
</head>
<body>
<main>
<h1>This link does not work</h1>
<p>It may have been cut off on its way, or a newer one has taken its place. Nothing has been changed.</p>
<p>You can always reach the people who wrote to you: reply to any of their messages and ask for your link.
If you want no more contact, reply with the one word “stop”; that is enough.</p>
</main>
</body>
</html>
`;
