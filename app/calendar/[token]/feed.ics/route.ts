import { addressOf } from "#lib/platform/auth.ts";
import { problem } from "#lib/platform/endpoint.ts";
import { readCalendar } from "#lib/schedule/read-calendar.ts";

type Params = { params: Promise<{ token: string }> };

/** A member's own follow-ups for their calendar. Reading changes nothing; whoever asks with what they have got last is told when it is the same. */
export async function GET({ headers }: Request, { params }: Params): Promise<Response> {
  const { token } = await params;
  const outcome = await readCalendar({ now: new Date(), from: addressOf(headers) }, token);
  if (!outcome.ok) return problem(outcome.problem);

  const { text, tag } = outcome.value;
  const sent = { etag: tag, "cache-control": "private, no-store", "x-robots-tag": "noindex, nofollow" };
  if (headers.get("if-none-match") === tag) return new Response(null, { status: 304, headers: sent });
  return new Response(text, {
    headers: { ...sent, "content-type": "text/calendar; charset=utf-8", "content-disposition": 'inline; filename="follow-ups.ics"' },
  });
}
