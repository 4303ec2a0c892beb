-- Whatever changes a row that a word index is about waits in the index's list first, and every search reads all that waits. With the usual 4 MB the list grew
-- to 350 pages within some 2,600 plans and made a search ten times dearer; with 64 kB it is worked in after some sixty changes, which costs a change nothing measurable.
ALTER INDEX "Prospect_search" SET (gin_pending_list_limit = 64);
ALTER INDEX "Company_search" SET (gin_pending_list_limit = 64);
ALTER INDEX "Deal_search" SET (gin_pending_list_limit = 64);
ALTER INDEX "Touchpoint_said_when" SET (gin_pending_list_limit = 64);
