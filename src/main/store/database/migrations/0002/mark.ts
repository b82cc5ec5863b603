/** By what Excel files written from this database are known again. Not journaled: undo must not take it away. */
export const mark = /* sql */ `
CREATE TABLE databaseMark (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  value TEXT NOT NULL
) STRICT;
INSERT INTO databaseMark (id, value) VALUES (1, lower(hex(randomblob(6))));
`
