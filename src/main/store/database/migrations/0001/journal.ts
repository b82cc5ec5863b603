/** Journal, settings, drafts. */
export const journal = /* sql */ `
CREATE TABLE changeGroup (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  command TEXT NOT NULL,
  title TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  undo TEXT NOT NULL CHECK (undo IN ('step', 'barrier')),
  -- applied: may be undone; undone: may be redone; dead: a later change cut it off, or a migration did.
  state TEXT NOT NULL CHECK (state IN ('applied', 'undone', 'dead')),
  targetId INTEGER REFERENCES changeGroup (id)
) STRICT;
CREATE INDEX changeGroupState ON changeGroup (state, id);

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  groupId INTEGER NOT NULL REFERENCES changeGroup (id),
  tableName TEXT NOT NULL,
  rowKey TEXT NOT NULL,
  record TEXT NOT NULL,
  recordId INTEGER NOT NULL,
  op TEXT NOT NULL CHECK (op IN ('I', 'U', 'D')),
  -- Row before the change as JSON; null on insert.
  before TEXT
) STRICT;
CREATE INDEX changeByGroup ON change (groupId);
CREATE INDEX changeByRecord ON change (record, recordId, id);

-- One row: the group that writes now. Triggers read it; without a group nothing journaled can be written.
CREATE TABLE changeContext (id INTEGER PRIMARY KEY CHECK (id = 1), groupId INTEGER) STRICT;
INSERT INTO changeContext (id, groupId) VALUES (1, NULL);

CREATE TABLE setting (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;

-- Answers of the last commands, so that one asked again after a crash is answered and not done twice.
CREATE TABLE answeredCall (id INTEGER PRIMARY KEY, operation TEXT NOT NULL UNIQUE, answer TEXT NOT NULL) STRICT;

CREATE TABLE draft (key TEXT PRIMARY KEY, savedAt TEXT NOT NULL, payload TEXT NOT NULL CHECK (json_valid(payload))) STRICT;
`
