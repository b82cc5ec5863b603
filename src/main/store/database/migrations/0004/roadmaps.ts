/** Road maps and plans: one paper each, with what was done of its rows. */
export const roadmaps = /* sql */ `
CREATE TABLE roadmap (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('roadmap', 'plan')),
  title TEXT NOT NULL CHECK (title <> ''),
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  associationId INTEGER REFERENCES association (id),
  approvalText TEXT NOT NULL,
  approvalNumber TEXT NOT NULL,
  approvalDate TEXT,
  approvalAnnex TEXT NOT NULL,
  numbering TEXT NOT NULL CHECK (numbering IN ('through', 'section', 'none')),
  preamble TEXT NOT NULL,
  closing TEXT NOT NULL,
  note TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  nameKey TEXT NOT NULL
) STRICT;
CREATE INDEX roadmapByPeriod ON roadmap ("from", "to");
CREATE INDEX roadmapByName ON roadmap (nameKey);
CREATE TABLE roadmapColumn (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  role TEXT NOT NULL,
  title TEXT NOT NULL,
  width INTEGER
) STRICT;
CREATE INDEX roadmapColumnByRoadmap ON roadmapColumn (roadmapId, ord);
CREATE TABLE roadmapSection (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  number TEXT NOT NULL,
  title TEXT NOT NULL
) STRICT;
CREATE INDEX roadmapSectionByRoadmap ON roadmapSection (roadmapId, ord);
-- Items and, under them (parentUid), their sub-events: both are marked, linked and shown as rows.
CREATE TABLE roadmapItem (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  sectionUid TEXT NOT NULL,
  parentUid TEXT,
  number TEXT NOT NULL,
  title TEXT NOT NULL,
  document TEXT NOT NULL,
  results TEXT NOT NULL,
  norm TEXT NOT NULL,
  nameKey TEXT NOT NULL
) STRICT;
CREATE INDEX roadmapItemByRoadmap ON roadmapItem (roadmapId, ord);
CREATE TABLE roadmapDue (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  itemUid TEXT NOT NULL,
  text TEXT NOT NULL,
  rangeStart INTEGER,
  rangeEnd INTEGER,
  "from" TEXT,
  "to" TEXT,
  recurrence TEXT
) STRICT;
CREATE INDEX roadmapDueByRoadmap ON roadmapDue (roadmapId, ord);
CREATE INDEX roadmapDueByItem ON roadmapDue (itemUid, ord);
CREATE TABLE roadmapExecutor (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  itemUid TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('main', 'co')),
  text TEXT NOT NULL,
  librarianId INTEGER REFERENCES librarian (id),
  schoolId INTEGER REFERENCES school (id)
) STRICT;
CREATE INDEX roadmapExecutorByRoadmap ON roadmapExecutor (roadmapId, ord);
CREATE INDEX roadmapExecutorByItem ON roadmapExecutor (itemUid, ord);
CREATE INDEX roadmapExecutorByLibrarian ON roadmapExecutor (librarianId) WHERE librarianId IS NOT NULL;
CREATE INDEX roadmapExecutorBySchool ON roadmapExecutor (schoolId) WHERE schoolId IS NOT NULL;
CREATE TABLE roadmapCell (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  itemUid TEXT NOT NULL,
  columnUid TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX roadmapCellByRoadmap ON roadmapCell (roadmapId, ord);
CREATE TABLE roadmapMark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  itemUid TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('done', 'partial', 'moved', 'cancelled')),
  "on" TEXT NOT NULL,
  movedTo TEXT,
  evidence TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX roadmapMarkByRoadmap ON roadmapMark (roadmapId, ord);
CREATE INDEX roadmapMarkByItem ON roadmapMark (itemUid, ord);
-- The other end is named, not referred to: it may go and come back by undo, and the link with it.
CREATE TABLE roadmapLink (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  roadmapId INTEGER NOT NULL REFERENCES roadmap (id),
  ord INTEGER NOT NULL,
  itemUid TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('decision', 'event')),
  decisionUid TEXT,
  eventId INTEGER
) STRICT;
CREATE INDEX roadmapLinkByRoadmap ON roadmapLink (roadmapId, ord);
CREATE INDEX roadmapLinkByItem ON roadmapLink (itemUid, ord);
CREATE INDEX roadmapLinkByDecision ON roadmapLink (decisionUid) WHERE decisionUid IS NOT NULL;
CREATE INDEX roadmapLinkByEvent ON roadmapLink (eventId) WHERE eventId IS NOT NULL;
`
