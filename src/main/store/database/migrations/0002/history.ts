/**
 * What each step touched, by table: the history of a list, of a kind of record, and the length of a step are answered from
 * here and never by reading a million changes. And what was removed, to be found and brought back.
 */
export const history = /* sql */ `
-- Records a step touched: an import of 5,000 rows says so without being counted each time it is shown.
ALTER TABLE changeGroup ADD COLUMN records INTEGER NOT NULL DEFAULT 0;
UPDATE changeGroup SET records =
  (SELECT count(*) FROM (SELECT DISTINCT record, recordId FROM change WHERE groupId = changeGroup.id));

CREATE TABLE changeTouch (
  tableName TEXT NOT NULL,
  groupId INTEGER NOT NULL REFERENCES changeGroup (id),
  record TEXT NOT NULL,
  PRIMARY KEY (tableName, groupId)
) STRICT, WITHOUT ROWID;
INSERT INTO changeTouch (tableName, groupId, record) SELECT DISTINCT tableName, groupId, record FROM change;
CREATE INDEX changeTouchByRecord ON changeTouch (record, groupId);
CREATE INDEX changeTouchByGroup ON changeTouch (groupId);

-- The title as it is looked for; empty until it is known (older steps): SQL cannot compute it.
ALTER TABLE changeGroup ADD COLUMN norm TEXT NOT NULL DEFAULT '';
CREATE INDEX changeGroupAuthor ON changeGroup (author);
CREATE INDEX changeGroupBarrier ON changeGroup (id) WHERE undo = 'barrier';

CREATE INDEX changeRemoved ON change (tableName, id) WHERE op = 'D';
`
