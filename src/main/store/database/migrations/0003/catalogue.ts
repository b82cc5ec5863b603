/** Subjects and the catalogue of textbooks, with the index of its words. */
export const catalogue = /* sql */ `
CREATE TABLE subject (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  obligatory INTEGER NOT NULL CHECK (obligatory IN (0, 1)),
  gradeFrom INTEGER NOT NULL CHECK (gradeFrom BETWEEN 1 AND 12),
  gradeTo INTEGER NOT NULL CHECK (gradeTo BETWEEN gradeFrom AND 12),
  note TEXT NOT NULL,
  nameKey TEXT NOT NULL UNIQUE,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL
) STRICT;
CREATE INDEX subjectSort ON subject (sortKey, id);

CREATE TABLE textbook (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  kind TEXT NOT NULL CHECK (kind IN ('textbook', 'aid')),
  subjectId INTEGER NOT NULL REFERENCES subject (id),
  gradeFrom INTEGER NOT NULL CHECK (gradeFrom BETWEEN 1 AND 12),
  gradeTo INTEGER NOT NULL CHECK (gradeTo BETWEEN gradeFrom AND 12),
  title TEXT NOT NULL CHECK (title <> ''),
  authors TEXT NOT NULL,
  publisher TEXT NOT NULL,
  language TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('none', 'basic', 'advanced')),
  isbn TEXT NOT NULL,
  fplCode TEXT NOT NULL,
  fplState TEXT NOT NULL CHECK (fplState IN ('listed', 'dropped', 'none')),
  usableUntil TEXT,
  "order" TEXT NOT NULL,
  -- Kopecks.
  price INTEGER CHECK (price >= 0),
  note TEXT NOT NULL,
  -- Computed: 13 digits of the ISBN, the code's figures, what it is called in other lists, and the stems of its words.
  isbnKey TEXT NOT NULL,
  fplKey TEXT NOT NULL,
  label TEXT NOT NULL,
  nameKey TEXT NOT NULL,
  nameSort TEXT NOT NULL,
  norm TEXT NOT NULL,
  sortKey TEXT NOT NULL,
  stems TEXT NOT NULL
) STRICT;
CREATE INDEX textbookSort ON textbook (sortKey, id);
CREATE INDEX textbookByName ON textbook (nameKey);
CREATE INDEX textbookByIsbn ON textbook (isbnKey) WHERE isbnKey <> '';
CREATE INDEX textbookByCode ON textbook (fplKey, gradeFrom, gradeTo, subjectId) WHERE fplKey <> '';
CREATE INDEX textbookBySubject ON textbook (subjectId, gradeFrom, gradeTo);

CREATE VIRTUAL TABLE textbookWords USING fts5 (stems, content = 'textbook', content_rowid = 'id', prefix = '2 3 4');
CREATE VIRTUAL TABLE textbookVocabulary USING fts5vocab (textbookWords, row);
CREATE TRIGGER words_textbook_insert AFTER INSERT ON textbook BEGIN
  INSERT INTO textbookWords (rowid, stems) VALUES (NEW.id, NEW.stems);
END;
CREATE TRIGGER words_textbook_delete AFTER DELETE ON textbook BEGIN
  INSERT INTO textbookWords (textbookWords, rowid, stems) VALUES ('delete', OLD.id, OLD.stems);
END;
CREATE TRIGGER words_textbook_update AFTER UPDATE OF stems ON textbook WHEN OLD.stems IS NOT NEW.stems BEGIN
  INSERT INTO textbookWords (textbookWords, rowid, stems) VALUES ('delete', OLD.id, OLD.stems);
  INSERT INTO textbookWords (rowid, stems) VALUES (NEW.id, NEW.stems);
END;

-- How many study a subject where it is not all of the grade.
CREATE TABLE subjectStudents (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  schoolYear TEXT NOT NULL,
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),
  subjectId INTEGER NOT NULL REFERENCES subject (id),
  students INTEGER NOT NULL CHECK (students >= 0),
  UNIQUE (schoolYear, schoolId, grade, subjectId)
) STRICT;
CREATE INDEX subjectStudentsBySchool ON subjectStudents (schoolId);
CREATE INDEX subjectStudentsBySubject ON subjectStudents (subjectId);

ALTER TABLE school ADD COLUMN coordinates TEXT NOT NULL DEFAULT '';

CREATE TABLE schoolDistance (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  fromSchoolId INTEGER NOT NULL REFERENCES school (id),
  toSchoolId INTEGER NOT NULL REFERENCES school (id),
  -- Hundredths of a kilometre.
  distance INTEGER NOT NULL CHECK (distance > 0),
  CHECK (fromSchoolId <> toSchoolId),
  UNIQUE (fromSchoolId, toSchoolId)
) STRICT;
CREATE INDEX schoolDistanceBack ON schoolDistance (toSchoolId);
`
