-- Whether a link went to the person's own mailbox: a yes to e-mail by such a link is confirmed by the address itself (double opt-in, C9).
ALTER TABLE "PreferenceLink" ADD COLUMN "mailed" BOOLEAN NOT NULL DEFAULT false;
