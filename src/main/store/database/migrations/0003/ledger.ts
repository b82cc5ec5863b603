/**
 * Lots and their movements. A balance is the sum of movements, kept in the lot by triggers alone; a write that would make it
 * negative on any date is refused by them, whoever writes.
 */
export const ledger = /* sql */ `
CREATE TABLE lot (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  textbookId INTEGER NOT NULL REFERENCES textbook (id),
  -- 0: not known.
  publicationYear INTEGER NOT NULL CHECK (publicationYear = 0 OR publicationYear BETWEEN 1950 AND 2100),
  -- Kopecks; 0: not known.
  price INTEGER NOT NULL CHECK (price >= 0),
  source TEXT NOT NULL CHECK (source IN ('unknown', 'federal', 'regional', 'municipal', 'own', 'sponsors')),
  -- Kept by the triggers below.
  copies INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0),
  movements INTEGER NOT NULL DEFAULT 0,
  -- The day of its first movement; '' before there is one.
  since TEXT NOT NULL DEFAULT '',
  UNIQUE (schoolId, textbookId, publicationYear, price, source)
) STRICT;
-- All that pages of lots and movements of a textbook read of a lot.
CREATE INDEX lotByTextbook ON lot (textbookId, schoolId, copies, price, movements);

CREATE TABLE movement (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  lotId INTEGER NOT NULL REFERENCES lot (id),
  date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('receipt', 'correction', 'transfer-out', 'transfer-in', 'loan-out', 'loan-in', 'return-out', 'return-in', 'write-off', 'reversal')),
  copies INTEGER NOT NULL CHECK (copies <> 0),
  document TEXT NOT NULL,
  note TEXT NOT NULL,
  transferLineId INTEGER REFERENCES transferLine (id),
  writeOffLineId INTEGER REFERENCES writeOffLine (id),
  reversesId INTEGER REFERENCES movement (id),
  -- A receipt comes in, what is given out goes out; a correction and a reversal may be either.
  CHECK (kind IN ('correction', 'reversal') OR (copies > 0) = (kind IN ('receipt', 'transfer-in', 'loan-in', 'return-in')))
) STRICT;
CREATE INDEX movementByLot ON movement (lotId, date, copies);
CREATE INDEX movementByDate ON movement (date, id);
CREATE INDEX movementByTransferLine ON movement (transferLineId) WHERE transferLineId IS NOT NULL;
CREATE INDEX movementByWriteOffLine ON movement (writeOffLineId) WHERE writeOffLineId IS NOT NULL;
CREATE UNIQUE INDEX movementReversed ON movement (reversesId) WHERE reversesId IS NOT NULL;

-- What every day's movements come to, kept by the triggers below: totals of any stretch of days without reading millions.
CREATE TABLE ledgerDay (
  date TEXT PRIMARY KEY,
  movements INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  -- Kopecks.
  sum INTEGER NOT NULL,
  -- Lots whose first movement is on this day.
  lots INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TRIGGER ledger_movement_insert AFTER INSERT ON movement BEGIN
  SELECT RAISE(ABORT, 'ledger-negative') WHERE NEW.copies < 0 AND EXISTS (
    SELECT 1 FROM (SELECT date, sum(copies) OVER (ORDER BY date) AS balance FROM movement WHERE lotId = NEW.lotId)
    WHERE date >= NEW.date AND balance < 0);
  INSERT INTO ledgerDay (date, movements, copies, sum, lots)
    SELECT NEW.date, 1, NEW.copies, NEW.copies * price, 0 FROM lot WHERE id = NEW.lotId
    ON CONFLICT DO UPDATE SET movements = movements + 1, copies = copies + excluded.copies, sum = sum + excluded.sum;
  UPDATE lot SET copies = copies + NEW.copies, movements = movements + 1,
    since = CASE WHEN since = '' OR since > NEW.date THEN NEW.date ELSE since END WHERE id = NEW.lotId;
END;
CREATE TRIGGER ledger_movement_delete AFTER DELETE ON movement BEGIN
  SELECT RAISE(ABORT, 'ledger-negative') WHERE OLD.copies > 0 AND EXISTS (
    SELECT 1 FROM (SELECT date, sum(copies) OVER (ORDER BY date) AS balance FROM movement WHERE lotId = OLD.lotId)
    WHERE date >= OLD.date AND balance < 0);
  UPDATE ledgerDay SET movements = movements - 1, copies = copies - OLD.copies,
    sum = sum - OLD.copies * (SELECT price FROM lot WHERE id = OLD.lotId) WHERE date = OLD.date;
  UPDATE lot SET copies = copies - OLD.copies, movements = movements - 1,
    since = CASE WHEN since = OLD.date THEN coalesce((SELECT min(date) FROM movement WHERE lotId = OLD.lotId), '') ELSE since END
    WHERE id = OLD.lotId;
END;
CREATE TRIGGER ledger_movement_update AFTER UPDATE OF lotId, date, copies ON movement BEGIN
  SELECT RAISE(ABORT, 'ledger-negative') WHERE EXISTS (
    SELECT 1 FROM (SELECT sum(copies) OVER (PARTITION BY lotId ORDER BY date) AS balance FROM movement
      WHERE lotId IN (OLD.lotId, NEW.lotId))
    WHERE balance < 0);
  UPDATE ledgerDay SET movements = movements - 1, copies = copies - OLD.copies,
    sum = sum - OLD.copies * (SELECT price FROM lot WHERE id = OLD.lotId) WHERE date = OLD.date;
  INSERT INTO ledgerDay (date, movements, copies, sum, lots)
    SELECT NEW.date, 1, NEW.copies, NEW.copies * price, 0 FROM lot WHERE id = NEW.lotId
    ON CONFLICT DO UPDATE SET movements = movements + 1, copies = copies + excluded.copies, sum = sum + excluded.sum;
  UPDATE lot SET copies = copies - OLD.copies, movements = movements - 1 WHERE id = OLD.lotId;
  UPDATE lot SET copies = copies + NEW.copies, movements = movements + 1 WHERE id = NEW.lotId;
  UPDATE lot SET since = coalesce((SELECT min(date) FROM movement WHERE lotId = lot.id), '')
    WHERE id IN (OLD.lotId, NEW.lotId);
END;
CREATE TRIGGER ledger_lot_since AFTER UPDATE OF since ON lot WHEN OLD.since <> NEW.since BEGIN
  UPDATE ledgerDay SET lots = lots - 1 WHERE date = OLD.since;
  UPDATE ledgerDay SET lots = lots + 1 WHERE date = NEW.since;
END;
`
