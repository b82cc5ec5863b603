/** Meetings, what was said and decided at them; agenda templates and phrases. */
export const meetings = /* sql */ `
CREATE TABLE meeting (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  seriesId INTEGER NOT NULL REFERENCES meetingSeries (id),
  schoolYear TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  time TEXT,
  place TEXT NOT NULL,
  format TEXT NOT NULL,
  theme TEXT NOT NULL,
  layout TEXT NOT NULL,
  decisionLabel TEXT NOT NULL,
  secretaryId INTEGER REFERENCES librarian (id),
  -- Null: there was no secretary.
  secretaryName TEXT,
  secretaryPosition TEXT NOT NULL,
  attendanceMode TEXT NOT NULL CHECK (attendanceMode IN ('roster', 'count')),
  attendanceCount INTEGER,
  attendanceText TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('draft', 'signed')),
  signedOn TEXT,
  norm TEXT NOT NULL,
  CHECK ((state = 'signed') = (signedOn IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX meetingNumber ON meeting (seriesId, schoolYear, number) WHERE number <> '';
CREATE INDEX meetingDate ON meeting (date, id);

CREATE TABLE meetingPerson (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  ord INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'invited')),
  librarianId INTEGER REFERENCES librarian (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL
) STRICT;
CREATE INDEX meetingPersonBy ON meetingPerson (meetingId, ord);

CREATE TABLE attendance (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  ord INTEGER NOT NULL,
  librarianId INTEGER REFERENCES librarian (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  schoolId INTEGER REFERENCES school (id),
  school TEXT NOT NULL,
  state TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX attendanceBy ON attendance (meetingId, ord);

CREATE TABLE agendaItem (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  voteFor INTEGER,
  voteAgainst INTEGER,
  voteAbstained INTEGER,
  unanimous INTEGER NOT NULL CHECK (unanimous IN (0, 1))
) STRICT;
CREATE INDEX agendaItemBy ON agendaItem (meetingId, ord);

CREATE TABLE agendaSpeaker (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  itemUid TEXT NOT NULL REFERENCES agendaItem (uid) DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  librarianId INTEGER REFERENCES librarian (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL
) STRICT;
CREATE INDEX agendaSpeakerBy ON agendaSpeaker (meetingId, ord);

CREATE TABLE speech (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  itemUid TEXT REFERENCES agendaItem (uid) DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('report', 'remark')),
  librarianId INTEGER REFERENCES librarian (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX speechBy ON speech (meetingId, ord);

CREATE TABLE decision (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  itemUid TEXT REFERENCES agendaItem (uid) DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  text TEXT NOT NULL,
  carriedFrom TEXT,
  norm TEXT NOT NULL
) STRICT;
CREATE INDEX decisionBy ON decision (meetingId, ord);
CREATE INDEX decisionCarried ON decision (carriedFrom) WHERE carriedFrom IS NOT NULL;

CREATE TABLE decisionAddressee (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  decisionUid TEXT NOT NULL REFERENCES decision (uid) DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('group', 'role', 'person', 'school')),
  text TEXT NOT NULL,
  librarianId INTEGER REFERENCES librarian (id),
  schoolId INTEGER REFERENCES school (id)
) STRICT;
CREATE INDEX decisionAddresseeBy ON decisionAddressee (meetingId, decisionUid, ord);

CREATE TABLE decisionDue (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  decisionUid TEXT NOT NULL REFERENCES decision (uid) DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  text TEXT NOT NULL,
  rangeStart INTEGER,
  rangeEnd INTEGER,
  "from" TEXT,
  "to" TEXT,
  recurrence TEXT
) STRICT;
CREATE INDEX decisionDueBy ON decisionDue (meetingId, decisionUid, ord);

CREATE TABLE execution (
  uid TEXT PRIMARY KEY,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  decisionUid TEXT NOT NULL REFERENCES decision (uid) DEFERRABLE INITIALLY DEFERRED,
  ord INTEGER NOT NULL,
  addresseeUid TEXT,
  state TEXT NOT NULL,
  "on" TEXT NOT NULL,
  evidence TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX executionBy ON execution (meetingId, decisionUid, ord);

CREATE TABLE correction (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  meetingId INTEGER NOT NULL REFERENCES meeting (id),
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;
CREATE INDEX correctionBy ON correction (meetingId, id);

CREATE TABLE agendaTemplate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL CHECK (name <> ''),
  items TEXT NOT NULL CHECK (json_valid(items))
) STRICT;

CREATE TABLE phrase (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  key TEXT NOT NULL UNIQUE CHECK (key <> ''),
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
`
