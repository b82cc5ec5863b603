/** Exchange fund, transfers, and plans of redistribution. */
export const exchange = /* sql */ `
CREATE TABLE surplus (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  lotId INTEGER NOT NULL REFERENCES lot (id),
  copies INTEGER NOT NULL CHECK (copies > 0),
  condition TEXT NOT NULL CHECK (condition IN ('new', 'good', 'fair', 'worn')),
  since TEXT NOT NULL,
  until TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn')),
  -- Day it was taken back on; kept for the state of the fund on a day of the past.
  withdrawnOn TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX surplusByLot ON surplus (lotId);

CREATE TABLE need (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  textbookId INTEGER NOT NULL REFERENCES textbook (id),
  copies INTEGER NOT NULL CHECK (copies > 0),
  substitutes INTEGER NOT NULL CHECK (substitutes IN (0, 1)),
  priority TEXT NOT NULL CHECK (priority IN ('high', 'usual', 'low')),
  since TEXT NOT NULL,
  until TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'withdrawn')),
  withdrawnOn TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX needBySchool ON need (schoolId, textbookId);
CREATE INDEX needByTextbook ON need (textbookId);

CREATE TABLE reservation (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  surplusId INTEGER NOT NULL REFERENCES surplus (id),
  needId INTEGER NOT NULL REFERENCES need (id),
  copies INTEGER NOT NULL CHECK (copies > 0),
  madeOn TEXT NOT NULL,
  expiresOn TEXT NOT NULL,
  -- Past its day an active one is told as expired.
  state TEXT NOT NULL CHECK (state IN ('active', 'used', 'cancelled')),
  -- Day it stopped being active on: used in a transfer or cancelled.
  closedOn TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX reservationBySurplus ON reservation (surplusId);
CREATE INDEX reservationByNeed ON reservation (needId);

CREATE TABLE transfer (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  fromSchoolId INTEGER NOT NULL REFERENCES school (id),
  toSchoolId INTEGER NOT NULL REFERENCES school (id),
  term TEXT NOT NULL CHECK (term IN ('permanent', 'temporary')),
  dueBack TEXT,
  actNumber TEXT NOT NULL,
  actDate TEXT,
  giverName TEXT NOT NULL,
  giverPosition TEXT NOT NULL,
  giverAttorney TEXT NOT NULL,
  receiverName TEXT NOT NULL,
  receiverPosition TEXT NOT NULL,
  receiverAttorney TEXT NOT NULL,
  viaSchoolId INTEGER REFERENCES school (id),
  meetingId INTEGER REFERENCES meeting (id),
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('drafted', 'agreed', 'handed', 'received', 'returned', 'cancelled')),
  draftedOn TEXT NOT NULL,
  agreedOn TEXT,
  handedOn TEXT,
  receivedOn TEXT,
  returnedOn TEXT,
  issuedOn TEXT,
  cancelledOn TEXT,
  CHECK (fromSchoolId <> toSchoolId)
) STRICT;
CREATE INDEX transferByDate ON transfer (draftedOn, id);
CREATE INDEX transferFrom ON transfer (fromSchoolId);
CREATE INDEX transferTo ON transfer (toSchoolId);
CREATE INDEX transferByMeeting ON transfer (meetingId) WHERE meetingId IS NOT NULL;

CREATE TABLE transferLine (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  transferId INTEGER NOT NULL REFERENCES transfer (id),
  ord INTEGER NOT NULL,
  lotId INTEGER NOT NULL REFERENCES lot (id),
  copies INTEGER NOT NULL CHECK (copies > 0),
  condition TEXT NOT NULL CHECK (condition IN ('new', 'good', 'fair', 'worn')),
  accounted INTEGER NOT NULL CHECK (accounted IN (0, 1)),
  surplusId INTEGER REFERENCES surplus (id),
  needId INTEGER REFERENCES need (id),
  reservationId INTEGER REFERENCES reservation (id),
  -- A plan can be thrown away: no reference.
  planLineId INTEGER,
  forTextbookId INTEGER REFERENCES textbook (id),
  received INTEGER CHECK (received BETWEEN 0 AND copies),
  returned INTEGER NOT NULL DEFAULT 0 CHECK (returned BETWEEN 0 AND copies)
) STRICT;
CREATE INDEX transferLineByTransfer ON transferLine (transferId, ord);
CREATE INDEX transferLineByLot ON transferLine (lotId);
CREATE INDEX transferLineBySurplus ON transferLine (surplusId) WHERE surplusId IS NOT NULL;
CREATE INDEX transferLineByNeed ON transferLine (needId) WHERE needId IS NOT NULL;
CREATE INDEX transferLineByReservation ON transferLine (reservationId) WHERE reservationId IS NOT NULL;
CREATE INDEX transferLineByPlanLine ON transferLine (planLineId) WHERE planLineId IS NOT NULL;

-- What was worked out, not what is so: not journaled. What is accepted is told by the transfers.
CREATE TABLE exchangePlan (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL,
  madeAt TEXT NOT NULL,
  optionsJson TEXT NOT NULL,
  outcomeJson TEXT NOT NULL,
  -- The newest change there was when it was made.
  sinceGroup INTEGER NOT NULL
) STRICT;
CREATE TABLE planLine (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  planId INTEGER NOT NULL REFERENCES exchangePlan (id) ON DELETE CASCADE,
  -- Named without a reference: a plan keeps nobody from removing a surplus.
  surplusId INTEGER NOT NULL,
  needId INTEGER NOT NULL,
  lotId INTEGER NOT NULL,
  toSchoolId INTEGER NOT NULL,
  forTextbookId INTEGER NOT NULL,
  copies INTEGER NOT NULL CHECK (copies > 0),
  reason TEXT NOT NULL,
  locked INTEGER NOT NULL CHECK (locked IN (0, 1)),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1))
) STRICT;
CREATE INDEX planLineByPlan ON planLine (planId);
CREATE TABLE planUnmet (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  planId INTEGER NOT NULL REFERENCES exchangePlan (id) ON DELETE CASCADE,
  needId INTEGER NOT NULL,
  schoolId INTEGER NOT NULL,
  textbookId INTEGER NOT NULL,
  copies INTEGER NOT NULL CHECK (copies > 0),
  reason TEXT NOT NULL
) STRICT;
CREATE INDEX planUnmetByPlan ON planUnmet (planId);
`
