/** Events and who took part in them. */
export const events = /* sql */ `
CREATE TABLE event (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL,
  level TEXT NOT NULL,
  format TEXT NOT NULL,
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  place TEXT NOT NULL,
  organiser TEXT NOT NULL,
  associationId INTEGER REFERENCES association (id),
  state TEXT NOT NULL CHECK (state IN ('planned', 'held', 'cancelled')),
  people INTEGER,
  students INTEGER,
  results TEXT NOT NULL,
  evidence TEXT NOT NULL,
  note TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  nameKey TEXT NOT NULL
) STRICT;
CREATE INDEX eventByPeriod ON event ("from", "to");
CREATE INDEX eventByName ON event (nameKey);
CREATE TABLE eventParticipant (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  eventId INTEGER NOT NULL REFERENCES event (id),
  ord INTEGER NOT NULL,
  librarianId INTEGER REFERENCES librarian (id),
  schoolId INTEGER REFERENCES school (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  count INTEGER,
  result TEXT NOT NULL
) STRICT;
CREATE INDEX eventParticipantByEvent ON eventParticipant (eventId, ord);
CREATE INDEX eventParticipantByLibrarian ON eventParticipant (librarianId) WHERE librarianId IS NOT NULL;
CREATE INDEX eventParticipantBySchool ON eventParticipant (schoolId) WHERE schoolId IS NOT NULL;
`
