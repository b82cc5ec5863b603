/**
 * Papers read in, with their originals. Not journaled: what is under review is no data yet, and what is saved is a record
 * with a history of its own; whether it is saved is asked of that record, so undoing the saving brings it back to review.
 */
export const oldPapers = /* sql */ `
CREATE TABLE oldPaper (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  file TEXT NOT NULL,
  folder TEXT NOT NULL,
  hash TEXT NOT NULL,
  readAt TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('protocol', 'roadmap')),
  title TEXT NOT NULL,
  date TEXT,
  number TEXT NOT NULL,
  original TEXT,
  understood TEXT,
  unsure INTEGER NOT NULL,
  unrecognised INTEGER NOT NULL,
  failure TEXT NOT NULL,
  dismissed INTEGER NOT NULL CHECK (dismissed IN (0, 1)),
  record TEXT CHECK (record IN ('meeting', 'roadmap')),
  recordId INTEGER,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL
) STRICT;
CREATE INDEX oldPaperByHash ON oldPaper (hash);
CREATE INDEX oldPaperByRecord ON oldPaper (record, recordId) WHERE recordId IS NOT NULL;
CREATE INDEX oldPaperByReading ON oldPaper (readAt, id);
`
