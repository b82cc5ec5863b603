/**
 * Words of all records, for the search over everything. Triggers made from the declarations of what is searched
 * (store/search/kinds.ts) note each record that has changed; its words are worked out anew before the command ends
 * (store/search/keep.ts), and wholly when the declarations are others than those the words were made by. `check` works them out too.
 */
export const search = /* sql */ `
CREATE TABLE searchState (id INTEGER PRIMARY KEY CHECK (id = 1), rules TEXT NOT NULL) STRICT;
INSERT INTO searchState (id, rules) VALUES (1, '');
CREATE TABLE searchDirty (
  kind INTEGER NOT NULL,
  recordId INTEGER NOT NULL,
  PRIMARY KEY (kind, recordId)
) STRICT, WITHOUT ROWID;

CREATE TABLE searchDoc (
  -- In the order they are looked through: kind, newest first, number (store/search/place.ts).
  id INTEGER PRIMARY KEY,
  kind INTEGER NOT NULL,
  recordId INTEGER NOT NULL,
  name TEXT NOT NULL,
  detail TEXT NOT NULL,
  date TEXT,
  -- Stems of the name; of what is shown beside it; of all the rest.
  title TEXT NOT NULL,
  beside TEXT NOT NULL,
  more TEXT NOT NULL,
  UNIQUE (kind, recordId)
) STRICT;
CREATE VIRTUAL TABLE searchIndex USING fts5 (
  title, beside, more, content = 'searchDoc', content_rowid = 'id', detail = column, columnsize = 0, prefix = '1 2 3',
  tokenize = "ascii tokenchars '^#.'"
);
CREATE TRIGGER searchDoc_insert AFTER INSERT ON searchDoc BEGIN
  INSERT INTO searchIndex (rowid, title, beside, more) VALUES (NEW.id, NEW.title, NEW.beside, NEW.more);
END;
CREATE TRIGGER searchDoc_delete AFTER DELETE ON searchDoc BEGIN
  INSERT INTO searchIndex (searchIndex, rowid, title, beside, more)
    VALUES ('delete', OLD.id, OLD.title, OLD.beside, OLD.more);
END;
CREATE TRIGGER searchDoc_update AFTER UPDATE OF title, beside, more ON searchDoc
WHEN OLD.title <> NEW.title OR OLD.beside <> NEW.beside OR OLD.more <> NEW.more BEGIN
  INSERT INTO searchIndex (searchIndex, rowid, title, beside, more)
    VALUES ('delete', OLD.id, OLD.title, OLD.beside, OLD.more);
  INSERT INTO searchIndex (rowid, title, beside, more) VALUES (NEW.id, NEW.title, NEW.beside, NEW.more);
END;

-- Every word there is and in how many records: mistyped words are compared with them. A number is never used again.
CREATE TABLE searchWord (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  word TEXT NOT NULL UNIQUE,
  docs INTEGER NOT NULL CHECK (docs >= 0)
) STRICT;
`
