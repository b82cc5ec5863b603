/**
 * Rows inside a record become rows of lists of their own (contingent, places of work, courses…): a list names its rows by
 * a number that is never used again, which a `uid` is not.
 */
export const records = /* sql */ `
CREATE TABLE contingentNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  schoolYear TEXT NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  classes INTEGER NOT NULL CHECK (classes >= 0),
  students INTEGER NOT NULL CHECK (students >= 0)
) STRICT;
INSERT INTO contingentNew (uid, schoolId, ord, schoolYear, grade, classes, students) SELECT uid, schoolId, ord, schoolYear, grade, classes, students FROM contingent ORDER BY schoolId, ord;
DROP TABLE contingent;
ALTER TABLE contingentNew RENAME TO contingent;
CREATE INDEX contingentBySchool ON contingent (schoolId, ord);
CREATE INDEX contingentByYear ON contingent (schoolYear, schoolId, grade, classes, students);

CREATE TABLE schoolStatusNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  status TEXT NOT NULL,
  since TEXT,
  "order" TEXT NOT NULL
) STRICT;
INSERT INTO schoolStatusNew (uid, schoolId, ord, status, since, "order") SELECT uid, schoolId, ord, status, since, "order" FROM schoolStatus ORDER BY schoolId, ord;
DROP TABLE schoolStatus;
ALTER TABLE schoolStatusNew RENAME TO schoolStatus;
CREATE INDEX schoolStatusBySchool ON schoolStatus (schoolId, ord);

CREATE TABLE schoolDocumentNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT,
  note TEXT NOT NULL
) STRICT;
INSERT INTO schoolDocumentNew (uid, schoolId, ord, name, number, date, note) SELECT uid, schoolId, ord, name, number, date, note FROM schoolDocument ORDER BY schoolId, ord;
DROP TABLE schoolDocument;
ALTER TABLE schoolDocumentNew RENAME TO schoolDocument;
CREATE INDEX schoolDocumentBySchool ON schoolDocument (schoolId, ord);

CREATE TABLE schoolConnectionNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  date TEXT,
  note TEXT NOT NULL
) STRICT;
INSERT INTO schoolConnectionNew (uid, schoolId, ord, name, state, date, note) SELECT uid, schoolId, ord, name, state, date, note FROM schoolConnection ORDER BY schoolId, ord;
DROP TABLE schoolConnection;
ALTER TABLE schoolConnectionNew RENAME TO schoolConnection;
CREATE INDEX schoolConnectionBySchool ON schoolConnection (schoolId, ord);

CREATE TABLE schoolFundNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  ord INTEGER NOT NULL,
  year INTEGER NOT NULL,
  category TEXT NOT NULL,
  received INTEGER NOT NULL CHECK (received >= 0),
  disposed INTEGER NOT NULL CHECK (disposed >= 0),
  held INTEGER NOT NULL CHECK (held >= 0)
) STRICT;
INSERT INTO schoolFundNew (uid, schoolId, ord, year, category, received, disposed, held) SELECT uid, schoolId, ord, year, category, received, disposed, held FROM schoolFund ORDER BY schoolId, ord;
DROP TABLE schoolFund;
ALTER TABLE schoolFundNew RENAME TO schoolFund;
CREATE INDEX schoolFundBySchool ON schoolFund (schoolId, ord);

CREATE TABLE employmentNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  position TEXT NOT NULL,
  rate INTEGER NOT NULL CHECK (rate > 0),
  "from" TEXT,
  "to" TEXT,
  main INTEGER NOT NULL CHECK (main IN (0, 1))
) STRICT;
INSERT INTO employmentNew (uid, librarianId, ord, schoolId, position, rate, "from", "to", main) SELECT uid, librarianId, ord, schoolId, position, rate, "from", "to", main FROM employment ORDER BY librarianId, ord;
DROP TABLE employment;
ALTER TABLE employmentNew RENAME TO employment;
CREATE INDEX employmentByLibrarian ON employment (librarianId, ord);
CREATE INDEX employmentBySchool ON employment (schoolId, librarianId);

CREATE TABLE educationNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  level TEXT NOT NULL,
  field TEXT NOT NULL,
  institution TEXT NOT NULL,
  speciality TEXT NOT NULL,
  year INTEGER
) STRICT;
INSERT INTO educationNew (uid, librarianId, ord, level, field, institution, speciality, year) SELECT uid, librarianId, ord, level, field, institution, speciality, year FROM education ORDER BY librarianId, ord;
DROP TABLE education;
ALTER TABLE educationNew RENAME TO education;
CREATE INDEX educationByLibrarian ON education (librarianId, ord);

CREATE TABLE courseNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
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
INSERT INTO courseNew (uid, librarianId, ord, title, hours, organisation, form, "from", "to", certificate) SELECT uid, librarianId, ord, title, hours, organisation, form, "from", "to", certificate FROM course ORDER BY librarianId, ord;
DROP TABLE course;
ALTER TABLE courseNew RENAME TO course;
CREATE INDEX courseByLibrarian ON course (librarianId, ord);

CREATE TABLE awardNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  "on" TEXT
) STRICT;
INSERT INTO awardNew (uid, librarianId, ord, title, level, "on") SELECT uid, librarianId, ord, title, level, "on" FROM award ORDER BY librarianId, ord;
DROP TABLE award;
ALTER TABLE awardNew RENAME TO award;
CREATE INDEX awardByLibrarian ON award (librarianId, ord);

CREATE TABLE publicationNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  "where" TEXT NOT NULL,
  year INTEGER
) STRICT;
INSERT INTO publicationNew (uid, librarianId, ord, title, "where", year) SELECT uid, librarianId, ord, title, "where", year FROM publication ORDER BY librarianId, ord;
DROP TABLE publication;
ALTER TABLE publicationNew RENAME TO publication;
CREATE INDEX publicationByLibrarian ON publication (librarianId, ord);

CREATE TABLE contestResultNew (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  librarianId INTEGER NOT NULL REFERENCES librarian (id),
  ord INTEGER NOT NULL,
  title TEXT NOT NULL,
  level TEXT NOT NULL,
  result TEXT NOT NULL,
  "on" TEXT
) STRICT;
INSERT INTO contestResultNew (uid, librarianId, ord, title, level, result, "on") SELECT uid, librarianId, ord, title, level, result, "on" FROM contestResult ORDER BY librarianId, ord;
DROP TABLE contestResult;
ALTER TABLE contestResultNew RENAME TO contestResult;
CREATE INDEX contestResultByLibrarian ON contestResult (librarianId, ord);

`
