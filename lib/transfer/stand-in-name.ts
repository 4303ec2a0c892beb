import type { ContactPoint } from "#lib/prospects/contact-points.ts";

type Known = { points: ContactPoint[]; jobTitle: string | null; company: string | null };

/**
 * What stands for a name that a row does not give: the columns chosen for it ("Lead 660737 · Landing Page Submission"), the e-mail address before
 * its @, role and company, or a number. Null where there is nothing but a key: nobody can be recognised by that.
 */
export function standInName(columns: { header: string; value: string }[], { points, jobTitle, company }: Known): string | null {
  const chosen = columns.map(({ header, value }) => labelled(header, value)).join(" · ");
  if (chosen) return chosen.slice(0, 200);
  const email = points.find(({ kind }) => kind === "email");
  if (email) return email.value.split("@")[0]!;
  if (jobTitle && company) return `${jobTitle}, ${company}`.slice(0, 200);
  const other = points.find(({ kind }) => kind === "phone") ?? points.find(({ kind }) => kind === "linkedin");
  return other?.value ?? null;
}

/** "Lead Number" 660737 reads as "Lead 660737"; a word speaks for itself. */
function labelled(header: string, value: string): string {
  const [, noun] = /^(.*?)[\s_-]*(number|no\.?|id|key)$/i.exec(header.trim()) ?? [];
  return noun ? `${noun} ${value}` : value;
}
