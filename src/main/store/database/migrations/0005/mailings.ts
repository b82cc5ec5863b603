/** Templates of papers made in Word by the person, letters and certificates made from them. */
export const mailings = /* sql */ `
-- Files of templates by their hash, not journaled: an undone replacement finds the old one here.
CREATE TABLE templateBlob (
  hash TEXT PRIMARY KEY,
  content BLOB NOT NULL
) STRICT;
CREATE TABLE paperTemplate (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('letterhead', 'cover', 'letter', 'certificate')),
  note TEXT NOT NULL,
  file TEXT NOT NULL,
  hash TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  addedAt TEXT NOT NULL,
  reportJson TEXT NOT NULL,
  fields INTEGER NOT NULL,
  "unknown" INTEGER NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE mailing (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('letter', 'certificate')),
  title TEXT NOT NULL CHECK (title <> ''),
  date TEXT NOT NULL,
  number TEXT NOT NULL,
  templateId INTEGER REFERENCES paperTemplate (id),
  text TEXT NOT NULL,
  signerPosition TEXT NOT NULL,
  signerName TEXT NOT NULL,
  eventId INTEGER,
  sentOn TEXT,
  note TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  nameKey TEXT NOT NULL
) STRICT;
CREATE INDEX mailingByDate ON mailing (date);
CREATE INDEX mailingByTemplate ON mailing (templateId);
-- A school or a person that is gone leaves her name where it was written, as a participant of an event does.
CREATE TABLE mailingRecipient (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  mailingId INTEGER NOT NULL REFERENCES mailing (id),
  ord INTEGER NOT NULL,
  schoolId INTEGER REFERENCES school (id),
  librarianId INTEGER REFERENCES librarian (id),
  name TEXT NOT NULL,
  position TEXT NOT NULL,
  organisation TEXT NOT NULL,
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX mailingRecipientByMailing ON mailingRecipient (mailingId, ord);
CREATE INDEX mailingRecipientBySchool ON mailingRecipient (schoolId) WHERE schoolId IS NOT NULL;
CREATE INDEX mailingRecipientByLibrarian ON mailingRecipient (librarianId) WHERE librarianId IS NOT NULL;
`
