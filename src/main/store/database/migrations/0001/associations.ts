/** Associations and their series of meetings. */
export const associations = /* sql */ `
CREATE TABLE association (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  shortName TEXT NOT NULL CHECK (shortName <> ''),
  kind TEXT NOT NULL,
  headId INTEGER REFERENCES librarian (id),
  headName TEXT NOT NULL,
  headPosition TEXT NOT NULL,
  secretaryId INTEGER REFERENCES librarian (id),
  secretaryName TEXT NOT NULL,
  secretaryPosition TEXT NOT NULL,
  note TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL
) STRICT;

CREATE TABLE associationTheme (
  uid TEXT PRIMARY KEY,
  associationId INTEGER NOT NULL REFERENCES association (id),
  ord INTEGER NOT NULL,
  schoolYear TEXT NOT NULL,
  theme TEXT NOT NULL,
  aim TEXT NOT NULL,
  tasks TEXT NOT NULL
) STRICT;
CREATE INDEX associationThemeBy ON associationTheme (associationId, ord);

CREATE TABLE associationSchool (
  uid TEXT PRIMARY KEY,
  associationId INTEGER NOT NULL REFERENCES association (id),
  ord INTEGER NOT NULL,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  UNIQUE (associationId, schoolId)
) STRICT;

CREATE TABLE associationMember (
  uid TEXT PRIMARY KEY,
  associationId INTEGER NOT NULL REFERENCES association (id),
  ord INTEGER NOT NULL,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  role TEXT NOT NULL,
  "from" TEXT,
  "to" TEXT
) STRICT;
CREATE INDEX associationMemberBy ON associationMember (associationId, ord);
CREATE INDEX associationMemberByLibrarian ON associationMember (librarianId);

CREATE TABLE meetingSeries (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  associationId INTEGER NOT NULL REFERENCES association (id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  heading TEXT NOT NULL,
  place TEXT NOT NULL,
  layout TEXT NOT NULL,
  decisionLabel TEXT NOT NULL
) STRICT;
CREATE INDEX meetingSeriesBy ON meetingSeries (associationId, ord);
`
