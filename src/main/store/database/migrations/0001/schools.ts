/** Schools with their library cards. */
export const schools = /* sql */ `
CREATE TABLE school (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  fullName TEXT NOT NULL CHECK (fullName <> ''),
  shortName TEXT NOT NULL CHECK (shortName <> ''),
  type TEXT NOT NULL,
  code TEXT NOT NULL,
  inn TEXT NOT NULL,
  locality TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  site TEXT NOT NULL,
  director TEXT NOT NULL,
  foundedOn TEXT,
  state TEXT NOT NULL CHECK (state IN ('active', 'closed', 'merged')),
  closedOn TEXT,
  successorId INTEGER REFERENCES school (id),
  note TEXT NOT NULL,
  hasLending INTEGER NOT NULL CHECK (hasLending IN (0, 1)),
  readingRoomSeats INTEGER,
  hasStore INTEGER NOT NULL CHECK (hasStore IN (0, 1)),
  hasMediaLibrary INTEGER NOT NULL CHECK (hasMediaLibrary IN (0, 1)),
  areaSqM INTEGER,
  computers INTEGER,
  internet INTEGER NOT NULL CHECK (internet IN (0, 1)),
  internetMbps INTEGER,
  system TEXT NOT NULL,
  openingHours TEXT NOT NULL,
  cleaningDay TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL
) STRICT;
CREATE INDEX schoolSort ON school (sortKey, id);
CREATE UNIQUE INDEX schoolCode ON school (code) WHERE code <> '';
CREATE UNIQUE INDEX schoolInn ON school (inn) WHERE inn <> '';

CREATE TABLE schoolStatus (
  uid TEXT PRIMARY KEY,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  status TEXT NOT NULL,
  since TEXT,
  "order" TEXT NOT NULL
) STRICT;
CREATE INDEX schoolStatusBySchool ON schoolStatus (schoolId, ord);

CREATE TABLE schoolConnection (
  uid TEXT PRIMARY KEY,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  date TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX schoolConnectionBySchool ON schoolConnection (schoolId, ord);

CREATE TABLE schoolFund (
  uid TEXT PRIMARY KEY,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  year INTEGER NOT NULL,
  category TEXT NOT NULL,
  received INTEGER NOT NULL CHECK (received >= 0),
  disposed INTEGER NOT NULL CHECK (disposed >= 0),
  held INTEGER NOT NULL CHECK (held >= 0)
) STRICT;
CREATE INDEX schoolFundBySchool ON schoolFund (schoolId, ord);

CREATE TABLE contingent (
  uid TEXT PRIMARY KEY,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  schoolYear TEXT NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  classes INTEGER NOT NULL CHECK (classes >= 0),
  students INTEGER NOT NULL CHECK (students >= 0)
) STRICT;
CREATE INDEX contingentBySchool ON contingent (schoolId, ord);
CREATE INDEX contingentByYear ON contingent (schoolYear, schoolId, grade, classes, students);

CREATE TABLE schoolDocument (
  uid TEXT PRIMARY KEY,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX schoolDocumentBySchool ON schoolDocument (schoolId, ord);
`
