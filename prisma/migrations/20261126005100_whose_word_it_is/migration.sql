-- Since when the address a link was mailed to had stood on the record; null: the link was handed over. A yes to e-mail by a mailed link is confirmed by
-- the address itself (double opt-in, C9), and only one whose address was theirs before they stopped us can take the stop back (C4).
ALTER TABLE "PreferenceLink" ADD COLUMN "addressSince" TIMESTAMPTZ(3);

-- Whose wish an address is kept off by: somebody else's yes does not lift it.
ALTER TABLE "Suppression" ADD COLUMN "prospectId" UUID;
