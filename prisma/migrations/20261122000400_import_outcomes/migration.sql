-- An import counts the rows that stand twice in its file apart from those already here, and reads rows from their cells each time: what was checked
-- and what is written then come from one reading, and no second copy of personal data lies about.

ALTER TABLE "Import" ADD COLUMN "duplicates" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "ImportLine" DROP COLUMN "record";
ALTER TABLE "ImportLine" ADD CONSTRAINT "ImportLine_outcome" CHECK (outcome IN ('new', 'update', 'unchanged', 'duplicate', 'rejected'));
