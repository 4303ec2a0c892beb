/** A prospect at their own link: for whom it speaks, which link it was, and when. By one click it is a message of ours, not a page (RFC 8058); an ended link stops and does nothing else. `addressSince`: since when the mailbox it went to was theirs; null: it was handed over. */
export type Guest = {
  orgId: string;
  prospectId: string;
  linkId: string;
  now: Date;
  method?: "one_click";
  stopsOnly?: true;
  addressSince?: Date | null;
};
