/** The bank of librarians. */
export const librarians = /* sql */ `
CREATE TABLE librarian (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  surname TEXT NOT NULL CHECK (surname <> ''),
  given TEXT NOT NULL,
  patronymic TEXT NOT NULL,
  birthDate TEXT,
  phone TEXT NOT NULL,
  email TEXT NOT NULL,
  workingSince TEXT,
  libraryWorkSince TEXT,
  category TEXT NOT NULL,
  categoryOn TEXT,
  categoryUntil TEXT,
  attestedOn TEXT,
  roleInAssociation TEXT NOT NULL,
  consentOn TEXT,
  note TEXT NOT NULL,
  erased INTEGER NOT NULL DEFAULT 0 CHECK (erased IN (0, 1)),
  -- «фамилия имя отчество», normalised: equality of persons.
  nameKey TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL
) STRICT;
CREATE INDEX librarianSort ON librarian (sortKey, id);
CREATE INDEX librarianName ON librarian (nameKey);

CREATE TABLE employment (
  uid TEXT PRIMARY KEY,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  position TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate > 0),
  "from" TEXT,
  "to" TEXT,
  main INTEGER NOT NULL CHECK (main IN (0, 1))
) STRICT;
CREATE INDEX employmentByLibrarian ON employment (librarianId, ord);
CREATE INDEX employmentBySchool ON employment (schoolId, librarianId);

CREATE TABLE education (
  uid TEXT PRIMARY KEY,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  level TEXT NOT NULL,
  field TEXT NOT NULL,
  institution TEXT NOT NULL,
  speciality TEXT NOT NULL,
  year INTEGER
) STRICT;
CREATE INDEX educationByLibrarian ON education (librarianId, ord);

CREATE TABLE course (
  uid TEXT PRIMARY KEY,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  hours INTEGER,
  organisation TEXT NOT NULL,
  form TEXT NOT NULL,
  "from" TEXT,
  "to" TEXT,
  certificate TEXT NOT NULL
) STRICT;
CREATE INDEX courseByLibrarian ON course (librarianId, ord);

CREATE TABLE award (
  uid TEXT PRIMARY KEY,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  "on" TEXT
) STRICT;
CREATE INDEX awardByLibrarian ON award (librarianId, ord);

CREATE TABLE publication (
  uid TEXT PRIMARY KEY,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  "where" TEXT NOT NULL,
  year INTEGER
) STRICT;
CREATE INDEX publicationByLibrarian ON publication (librarianId, ord);

CREATE TABLE contestResult (
  uid TEXT PRIMARY KEY,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  result TEXT NOT NULL,
  "on" TEXT
) STRICT;
CREATE INDEX contestResultByLibrarian ON contestResult (librarianId, ord);
`
