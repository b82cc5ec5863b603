/**
 * Provision kept for speed. `provisionStock` is the lots' balances by what provision asks of a textbook, kept by the triggers
 * below alone; they also note each school whose provision is another. `provision` is worked out by the rules of the domain
 * for the noted schools before a command ends (store/provision/keep.ts). `check` works both out anew.
 */
export const provision = /* sql */ `
CREATE TABLE provisionStock (
  schoolId INTEGER NOT NULL,
  subjectId INTEGER NOT NULL,
  gradeFrom INTEGER NOT NULL,
  gradeTo INTEGER NOT NULL,
  -- '': no date.
  usableUntil TEXT NOT NULL,
  copies INTEGER NOT NULL,
  PRIMARY KEY (schoolId, subjectId, gradeFrom, gradeTo, usableUntil)
) STRICT, WITHOUT ROWID;
CREATE INDEX provisionStockByDate ON provisionStock (usableUntil) WHERE usableUntil <> '';

CREATE TABLE provisionDirty (schoolId INTEGER PRIMARY KEY) STRICT;

-- School years that are kept, and the day on which copies were judged.
CREATE TABLE provisionYear (schoolYear TEXT PRIMARY KEY, day TEXT NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE provision (
  schoolYear TEXT NOT NULL,
  -- The same row of any year has the same id.
  id INTEGER NOT NULL,
  schoolId INTEGER NOT NULL,
  subjectId INTEGER NOT NULL,
  grade INTEGER NOT NULL,
  students INTEGER NOT NULL,
  nextStudents INTEGER NOT NULL,
  usable INTEGER NOT NULL,
  expired INTEGER NOT NULL,
  nextUsable INTEGER NOT NULL,
  deficit INTEGER NOT NULL,
  surplus INTEGER NOT NULL,
  nextDeficit INTEGER NOT NULL,
  nextSurplus INTEGER NOT NULL,
  schoolSort TEXT NOT NULL,
  subjectSort TEXT NOT NULL,
  PRIMARY KEY (schoolYear, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX provisionSort ON provision (schoolYear, schoolSort, grade, subjectSort, id);
CREATE INDEX provisionBySchool ON provision (schoolYear, schoolId);

CREATE TRIGGER provision_lot_copies AFTER UPDATE OF copies ON lot
WHEN OLD.copies <> NEW.copies AND OLD.schoolId = NEW.schoolId AND OLD.textbookId = NEW.textbookId BEGIN
  INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
    SELECT NEW.schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, ''), NEW.copies - OLD.copies
    FROM textbook WHERE id = NEW.textbookId AND kind = 'textbook'
    ON CONFLICT DO UPDATE SET copies = copies + excluded.copies;
  INSERT INTO provisionDirty (schoolId) VALUES (NEW.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_lot_insert AFTER INSERT ON lot WHEN NEW.copies <> 0 BEGIN
  INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
    SELECT NEW.schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, ''), NEW.copies
    FROM textbook WHERE id = NEW.textbookId AND kind = 'textbook'
    ON CONFLICT DO UPDATE SET copies = copies + excluded.copies;
  INSERT INTO provisionDirty (schoolId) VALUES (NEW.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_lot_delete AFTER DELETE ON lot WHEN OLD.copies <> 0 BEGIN
  UPDATE provisionStock SET copies = copies - OLD.copies
    FROM (SELECT subjectId, gradeFrom, gradeTo, coalesce(usableUntil, '') AS usableUntil FROM textbook
      WHERE id = OLD.textbookId AND kind = 'textbook') AS book
    WHERE provisionStock.schoolId = OLD.schoolId AND provisionStock.subjectId = book.subjectId
      AND provisionStock.gradeFrom = book.gradeFrom AND provisionStock.gradeTo = book.gradeTo
      AND provisionStock.usableUntil = book.usableUntil;
  INSERT INTO provisionDirty (schoolId) VALUES (OLD.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_lot_move AFTER UPDATE OF schoolId, textbookId ON lot
WHEN OLD.schoolId <> NEW.schoolId OR OLD.textbookId <> NEW.textbookId BEGIN
  INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
    SELECT OLD.schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, ''), -OLD.copies
    FROM textbook WHERE id = OLD.textbookId AND kind = 'textbook'
    ON CONFLICT DO UPDATE SET copies = copies + excluded.copies;
  INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
    SELECT NEW.schoolId, subjectId, gradeFrom, gradeTo, coalesce(usableUntil, ''), NEW.copies
    FROM textbook WHERE id = NEW.textbookId AND kind = 'textbook'
    ON CONFLICT DO UPDATE SET copies = copies + excluded.copies;
  INSERT INTO provisionDirty (schoolId) VALUES (OLD.schoolId), (NEW.schoolId) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER provision_textbook AFTER UPDATE OF kind, subjectId, gradeFrom, gradeTo, usableUntil ON textbook
WHEN OLD.kind <> NEW.kind OR OLD.subjectId <> NEW.subjectId OR OLD.gradeFrom <> NEW.gradeFrom
  OR OLD.gradeTo <> NEW.gradeTo OR OLD.usableUntil IS NOT NEW.usableUntil BEGIN
  INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
    SELECT schoolId, OLD.subjectId, OLD.gradeFrom, OLD.gradeTo, coalesce(OLD.usableUntil, ''), -sum(copies)
    FROM lot WHERE textbookId = OLD.id AND copies > 0 AND OLD.kind = 'textbook' GROUP BY schoolId
    ON CONFLICT DO UPDATE SET copies = copies + excluded.copies;
  INSERT INTO provisionStock (schoolId, subjectId, gradeFrom, gradeTo, usableUntil, copies)
    SELECT schoolId, NEW.subjectId, NEW.gradeFrom, NEW.gradeTo, coalesce(NEW.usableUntil, ''), sum(copies)
    FROM lot WHERE textbookId = NEW.id AND copies > 0 AND NEW.kind = 'textbook' GROUP BY schoolId
    ON CONFLICT DO UPDATE SET copies = copies + excluded.copies;
  INSERT INTO provisionDirty (schoolId) SELECT DISTINCT schoolId FROM lot WHERE textbookId = NEW.id AND copies > 0
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER provision_contingent_insert AFTER INSERT ON contingent BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (NEW.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_contingent_update AFTER UPDATE ON contingent BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (OLD.schoolId), (NEW.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_contingent_delete AFTER DELETE ON contingent BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (OLD.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_students_insert AFTER INSERT ON subjectStudents BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (NEW.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_students_update AFTER UPDATE ON subjectStudents BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (OLD.schoolId), (NEW.schoolId) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_students_delete AFTER DELETE ON subjectStudents BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (OLD.schoolId) ON CONFLICT DO NOTHING;
END;

-- What all study is a matter of every school.
CREATE TRIGGER provision_subject_insert AFTER INSERT ON subject WHEN NEW.obligatory = 1 BEGIN
  INSERT INTO provisionDirty (schoolId) SELECT id FROM school WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_subject_update AFTER UPDATE OF obligatory, gradeFrom, gradeTo, sortKey ON subject
WHEN OLD.obligatory <> NEW.obligatory OR OLD.sortKey <> NEW.sortKey
  OR (NEW.obligatory = 1 AND (OLD.gradeFrom <> NEW.gradeFrom OR OLD.gradeTo <> NEW.gradeTo)) BEGIN
  INSERT INTO provisionDirty (schoolId) SELECT id FROM school WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_subject_delete AFTER DELETE ON subject WHEN OLD.obligatory = 1 BEGIN
  INSERT INTO provisionDirty (schoolId) SELECT id FROM school WHERE true ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_school_update AFTER UPDATE OF sortKey ON school WHEN OLD.sortKey <> NEW.sortKey BEGIN
  INSERT INTO provisionDirty (schoolId) VALUES (NEW.id) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER provision_school_delete AFTER DELETE ON school BEGIN
  DELETE FROM provision WHERE schoolYear IN (SELECT schoolYear FROM provisionYear) AND schoolId = OLD.id;
  DELETE FROM provisionStock WHERE schoolId = OLD.id;
  DELETE FROM provisionDirty WHERE schoolId = OLD.id;
END;
`
