/** Saved views of lists: columns, order, filters under a name. */
export const views = /* sql */ `
CREATE TABLE view (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  list TEXT NOT NULL,
  name TEXT NOT NULL CHECK (name <> ''),
  nameKey TEXT NOT NULL,
  state TEXT NOT NULL,
  UNIQUE (list, nameKey)
) STRICT;
`
