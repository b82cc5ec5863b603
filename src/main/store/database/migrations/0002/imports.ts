/** Imports: what a file would change until it is applied, the log of what was, and how its columns were matched. */
export const imports = /* sql */ `
CREATE TABLE importRun (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list TEXT NOT NULL,
  file TEXT NOT NULL,
  sheet TEXT NOT NULL,
  preparedAt TEXT NOT NULL,
  appliedAt TEXT,
  -- 'staging' while its rows are still coming.
  state TEXT NOT NULL CHECK (state IN ('staging', 'prepared', 'applied', 'undone')),
  -- The undo step it was, and the newest change there was when it was prepared.
  groupId INTEGER,
  sinceGroup INTEGER NOT NULL,
  counts TEXT NOT NULL
) STRICT;

CREATE TABLE importRow (
  runId INTEGER NOT NULL REFERENCES importRun (id) ON DELETE CASCADE,
  row INTEGER NOT NULL,
  kind TEXT NOT NULL,
  recordId INTEGER,
  title TEXT NOT NULL,
  cells TEXT NOT NULL,
  faults TEXT NOT NULL,
  note TEXT NOT NULL,
  choice TEXT,
  PRIMARY KEY (runId, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX importRowByKind ON importRow (runId, kind, row);

CREATE TABLE importMatch (
  list TEXT NOT NULL,
  -- What the heads of such a file are: their text, normalised.
  source TEXT NOT NULL,
  columns TEXT NOT NULL,
  PRIMARY KEY (list, source)
) STRICT, WITHOUT ROWID;
`
