import { days, inside, line, own, type Row, type SearchKind, shownDay, text } from '../kind'
import { dateTokens } from '../tokens'

const numbered = (row: Row): string => (row.number === '' ? 'без номера' : `№ ${text(row.number)}`)
const dated = (row: Row): string => `${numbered(row)} от ${shownDay(text(row.date))}`

const joined = (table: string, where: string, of: string): string =>
  `(SELECT group_concat(${of}, char(10)) FROM ${table} WHERE ${where})`

export const meetingKind: SearchKind = {
  record: 'meeting',
  group: 'meetings',
  place: 4,
  words: 'заседание протокол совещание встреча',
  root: 'meeting',
  select: (ids) => `
    SELECT meeting.id, meeting.number, meeting.date, meeting.theme, meeting.place, meeting.note, meeting.secretaryName, meeting.schoolYear,
      meetingSeries.name AS series, association.shortName AS association,
      ${joined('agendaItem', 'meetingId = meeting.id', 'title')} AS agenda,
      ${joined('speech', 'meetingId = meeting.id', "name || ' ' || text")} AS speeches,
      ${joined('agendaSpeaker', 'meetingId = meeting.id', 'name')} AS speakers,
      ${joined('meetingPerson', 'meetingId = meeting.id', 'name')} AS people
    FROM meeting JOIN meetingSeries ON meetingSeries.id = seriesId JOIN association ON association.id = associationId
    WHERE meeting.id ${ids}`,
  tell: (row) => ({
    name: `${text(row.series)} ${dated(row)}`,
    detail: text(row.theme),
    date: text(row.date),
    more: [
      row.theme,
      row.association,
      row.place,
      row.note,
      row.secretaryName,
      row.agenda,
      row.speeches,
      row.speakers,
      row.people,
    ].map(text),
  }),
  marks: [
    own('meeting'),
    ...inside('meetingId', 'agendaItem', 'speech', 'agendaSpeaker', 'meetingPerson'),
    { table: 'meetingSeries', ids: 'SELECT id FROM meeting WHERE seriesId = $.id', of: ['name', 'associationId'] },
    {
      table: 'association',
      ids: 'SELECT id FROM meeting WHERE seriesId IN (SELECT id FROM meetingSeries WHERE associationId = $.id)',
      of: ['shortName'],
    },
  ],
}

/** Decisions of the same meeting that stand before this one and are of the same kind. */
const earlier = (same: string): string =>
  `(SELECT count(*) FROM decision AS earlier WHERE earlier.meetingId = decision.meetingId AND earlier.ord < decision.ord AND ${same})`
const ofMeeting = 'SELECT id FROM decision WHERE meetingId = $.meetingId'
const ofDecision = 'SELECT id FROM decision WHERE uid = $.decisionUid'

export const decisionKind: SearchKind = {
  record: 'decision',
  group: 'decisions',
  place: 20,
  words: 'решение поручение',
  root: 'decision',
  // Numbered as the register does (lists/decisions.ts).
  select: (ids) => `
    SELECT decision.id, decision.text, meeting.date, meeting.number, meetingSeries.name AS series,
      CASE
        WHEN meeting.layout <> 'full' THEN '' || (decision.ord + 1)
        WHEN decision.itemUid IS NOT NULL THEN (item.ord + 1) || '.' || (1 + ${earlier('earlier.itemUid = decision.itemUid')})
        ELSE '' || (1 + (SELECT count(*) FROM agendaItem WHERE meetingId = decision.meetingId) + ${earlier('earlier.itemUid IS NULL')})
      END AS place,
      ${joined('decisionAddressee', 'meetingId = decision.meetingId AND decisionUid = decision.uid', 'text')} AS addressees,
      ${joined('decisionDue', 'meetingId = decision.meetingId AND decisionUid = decision.uid', 'text')} AS dues,
      (SELECT group_concat(coalesce("from", '') || '|' || coalesce("to", ''), '|') FROM decisionDue
        WHERE meetingId = decision.meetingId AND decisionUid = decision.uid) AS days
    FROM decision JOIN meeting ON meeting.id = decision.meetingId JOIN meetingSeries ON meetingSeries.id = seriesId
      LEFT JOIN agendaItem AS item ON item.uid = decision.itemUid
    WHERE decision.id ${ids}`,
  tell: (row) => ({
    name: text(row.text),
    detail: line(`решение ${text(row.place)}`, `${text(row.series)} ${dated(row)}`),
    date: text(row.date),
    more: [row.series, row.number, row.addressees, row.dues].map(text),
    tokens: [text(row.place), ...days(row.days).flatMap(dateTokens)],
  }),
  marks: [
    own('decision'),
    { table: 'decision', ids: ofMeeting },
    { table: 'decisionAddressee', ids: ofDecision },
    { table: 'decisionDue', ids: ofDecision },
    { table: 'agendaItem', ids: ofMeeting },
    {
      table: 'meeting',
      ids: 'SELECT id FROM decision WHERE meetingId = $.id',
      of: ['number', 'date', 'layout', 'seriesId'],
    },
    {
      table: 'meetingSeries',
      ids: 'SELECT decision.id FROM decision JOIN meeting ON meeting.id = meetingId WHERE seriesId = $.id',
      of: ['name'],
    },
  ],
}

export const agendaTemplateKind: SearchKind = {
  record: 'agenda-template',
  group: 'texts',
  place: 10,
  words: 'шаблон повестка',
  root: 'agendaTemplate',
  select: (ids) => `
    SELECT id, name, (SELECT group_concat(atom, char(10)) FROM json_tree(items) WHERE type = 'text') AS items
    FROM agendaTemplate WHERE id ${ids}`,
  tell: (row) => ({ name: text(row.name), detail: 'шаблон повестки', date: null, more: [text(row.items)] }),
  marks: [own('agendaTemplate')],
}

export const phraseKind: SearchKind = {
  record: 'phrase',
  group: 'texts',
  place: 25,
  words: 'фраза',
  root: 'phrase',
  select: (ids) => `SELECT id, key, text FROM phrase WHERE id ${ids}`,
  tell: (row) => ({
    name: text(row.text),
    detail: `частая фраза /${text(row.key)}`,
    date: null,
    more: [text(row.key)],
  }),
  marks: [own('phrase')],
}
