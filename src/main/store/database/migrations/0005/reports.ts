/** Annual reports: sections and pieces of text; what was submitted is kept beside, not journaled. */
export const reports = /* sql */ `
CREATE TABLE report (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  title TEXT NOT NULL CHECK (title <> ''),
  schoolYear TEXT NOT NULL,
  associationId INTEGER REFERENCES association (id),
  addressee TEXT NOT NULL,
  signerPosition TEXT NOT NULL,
  signerName TEXT NOT NULL,
  compare INTEGER NOT NULL CHECK (compare IN (0, 1)),
  contents INTEGER NOT NULL CHECK (contents IN (0, 1)),
  state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted')),
  submittedOn TEXT,
  note TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  nameKey TEXT NOT NULL
) STRICT;
CREATE INDEX reportByYear ON report (schoolYear);
CREATE TABLE reportSection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  reportId INTEGER NOT NULL REFERENCES report (id),
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  newPage INTEGER NOT NULL CHECK (newPage IN (0, 1))
) STRICT;
CREATE INDEX reportSectionByReport ON reportSection (reportId, ord);
CREATE TABLE reportPiece (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  reportId INTEGER NOT NULL REFERENCES report (id),
  ord INTEGER NOT NULL,
  sectionUid TEXT NOT NULL,
  part TEXT NOT NULL,
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  title TEXT NOT NULL,
  text TEXT NOT NULL,
  seenJson TEXT
) STRICT;
CREATE INDEX reportPieceByReport ON reportPiece (reportId, ord);
CREATE TABLE reportTemplate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  contentJson TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE
) STRICT;
-- The paper as it was submitted: its data, from which it can be made anew without an erased person, and its file.
CREATE TABLE reportFrozen (
  reportId INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  frozenJson TEXT NOT NULL,
  file BLOB NOT NULL,
  hash TEXT NOT NULL
) STRICT;
`
