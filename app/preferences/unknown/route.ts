import { plainPage } from "../plain-page.ts";

/** One answer for a link that never was, was cut off or was taken back. It has to be read by people who came to say stop. */
export function GET(request: Request): Response {
  return plainPage(request, { language: "en", title: "This link does not work", body, status: 404 });
}

const body = `<p>It may have been cut off on its way, or a newer one has taken its place. Nothing has been changed.</p>
<p><a href="/preferences/lost">Have your link mailed to you again</a>, or reply to any of our messages and ask for it.
If you want no more contact, reply with the one word “stop”; that is enough.</p>`;
