/** A prospect at their own link: for whom it speaks, which link it was, and when. By one click it is a message of ours, not a page (RFC 8058); an ended link stops and does nothing else. `mailed`: the link went to their own mailbox. */
export type Guest = {
  orgId: string;
  prospectId: string;
  linkId: string;
  now: Date;
  method?: "one_click";
  stopsOnly?: true;
  mailed?: boolean;
};
