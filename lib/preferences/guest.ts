/** A prospect at their own link: for whom it speaks, which link it was, and when. */
export type Guest = { orgId: string; prospectId: string; linkId: string; now: Date };
