-- A list with its filters, columns and order under a name. What it asks for is data that the list's own schema reads, never an address that is followed.

CREATE TABLE "SavedView" (
    "orgId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "ownerId" UUID NOT NULL,
    "teamId" UUID,
    "list" TEXT NOT NULL CHECK ("list" IN ('prospects', 'companies', 'deals')),
    "name" TEXT NOT NULL CHECK (length("name") BETWEEN 1 AND 60),
    "query" JSONB NOT NULL CHECK (jsonb_typeof("query") = 'object'),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archivedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("orgId","id")
);

CREATE INDEX "SavedView_orgId_teamId_idx" ON "SavedView"("orgId", "teamId");
-- Whoever saves the same name again means the same view.
CREATE UNIQUE INDEX "SavedView_name" ON "SavedView" ("orgId", "ownerId", "list", lower("name")) WHERE "archivedAt" IS NULL;

CREATE TABLE "ViewPin" (
    "orgId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "viewId" UUID NOT NULL,

    CONSTRAINT "ViewPin_pkey" PRIMARY KEY ("orgId","userId","viewId")
);

CREATE INDEX "ViewPin_orgId_viewId_idx" ON "ViewPin"("orgId", "viewId");

ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_orgId_ownerId_fkey" FOREIGN KEY ("orgId", "ownerId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_orgId_teamId_fkey" FOREIGN KEY ("orgId", "teamId") REFERENCES "Team"("orgId", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ViewPin" ADD CONSTRAINT "ViewPin_orgId_userId_fkey" FOREIGN KEY ("orgId", "userId") REFERENCES "Member"("orgId", "userId") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "ViewPin" ADD CONSTRAINT "ViewPin_orgId_viewId_fkey" FOREIGN KEY ("orgId", "viewId") REFERENCES "SavedView"("orgId", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Companies by when they were added, as a rep reads them.
CREATE INDEX "Company_team_age" ON "Company" ("orgId", "teamId", id) WHERE "archivedAt" IS NULL;
