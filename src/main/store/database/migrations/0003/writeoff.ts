/** Acts of write-off and campaigns over schools. */
export const writeoff = /* sql */ `
CREATE TABLE writeOffCampaign (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  name TEXT NOT NULL CHECK (name <> ''),
  "from" TEXT NOT NULL,
  "to" TEXT NOT NULL,
  publishedBy INTEGER,
  usableUntilBefore TEXT,
  dropped INTEGER NOT NULL CHECK (dropped IN (0, 1)),
  search TEXT NOT NULL,
  reason TEXT NOT NULL,
  disposal TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE TABLE writeOffCampaignSchool (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  campaignId INTEGER NOT NULL REFERENCES writeOffCampaign (id),
  ord INTEGER NOT NULL,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  dueOn TEXT,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX writeOffCampaignSchoolByCampaign ON writeOffCampaignSchool (campaignId, ord);
CREATE INDEX writeOffCampaignSchoolBySchool ON writeOffCampaignSchool (schoolId);
CREATE TABLE writeOffCampaignMember (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  campaignId INTEGER NOT NULL REFERENCES writeOffCampaign (id),
  ord INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'member')),
  position TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX writeOffCampaignMemberByCampaign ON writeOffCampaignMember (campaignId, ord);

CREATE TABLE writeOff (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  revision INTEGER NOT NULL DEFAULT 1,
  schoolId INTEGER NOT NULL REFERENCES school (id),
  campaignId INTEGER REFERENCES writeOffCampaign (id),
  reason TEXT NOT NULL,
  reasonText TEXT NOT NULL,
  number TEXT NOT NULL,
  date TEXT NOT NULL,
  okpo TEXT NOT NULL,
  unit TEXT NOT NULL,
  debit TEXT NOT NULL,
  credit TEXT NOT NULL,
  "order" TEXT NOT NULL,
  disposal TEXT NOT NULL,
  note TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('drafted', 'booked', 'reversed')),
  bookedOn TEXT
) STRICT;
CREATE INDEX writeOffByDate ON writeOff (date, id);
CREATE INDEX writeOffBySchool ON writeOff (schoolId, date);
CREATE INDEX writeOffByCampaign ON writeOff (campaignId) WHERE campaignId IS NOT NULL;
CREATE TABLE writeOffMember (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  writeOffId INTEGER NOT NULL REFERENCES writeOff (id),
  ord INTEGER NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('chair', 'member')),
  position TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
CREATE INDEX writeOffMemberByAct ON writeOffMember (writeOffId, ord);
CREATE TABLE writeOffLine (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  uid TEXT NOT NULL UNIQUE,
  writeOffId INTEGER NOT NULL REFERENCES writeOff (id),
  ord INTEGER NOT NULL,
  lotId INTEGER NOT NULL REFERENCES lot (id),
  copies INTEGER NOT NULL CHECK (copies > 0),
  inventoryNumbers TEXT NOT NULL
) STRICT;
CREATE INDEX writeOffLineByAct ON writeOffLine (writeOffId, ord);
CREATE INDEX writeOffLineByLot ON writeOffLine (lotId);
`
