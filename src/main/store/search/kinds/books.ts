import { textbookKinds, textbookLevels } from '@shared/contract/textbooks'
import { transferStates } from '@shared/contract/transfers'
import { writeOffReasons, writeOffStates } from '@shared/contract/writeoff'
import { textbookName } from '@shared/domain/textbook-name'
import { inside, line, own, type Row, type SearchKind, shownDay, text } from '../kind'
import { dateTokens } from '../tokens'

export const textbookKind: SearchKind = {
  record: 'textbook',
  group: 'textbooks',
  place: 22,
  words: 'учебник пособие книга',
  root: 'textbook',
  select: (ids) => `
    SELECT textbook.*, subject.name AS subject
    FROM textbook JOIN subject ON subject.id = subjectId WHERE textbook.id ${ids}`,
  tell(row) {
    const [from, to] = [Number(row.gradeFrom), Number(row.gradeTo)]
    const level = row.level === 'none' ? '' : (textbookLevels[row.level as 'basic'] ?? '')
    const named = { title: text(row.title), authors: '', publisher: '', level: '', gradeFrom: from, gradeTo: to }
    const grades = Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
    return {
      name: textbookName(named),
      detail: line(text(row.authors), text(row.publisher), level),
      date: null,
      more: [
        text(row.authors),
        text(row.publisher),
        text(row.subject),
        text(row.language),
        textbookKinds[row.kind as keyof typeof textbookKinds],
        level === '' ? '' : `${level} уровень`,
      ],
      tokens: [text(row.isbnKey), text(row.fplKey), ...grades],
    }
  },
  marks: [own('textbook'), { table: 'subject', ids: 'SELECT id FROM textbook WHERE subjectId = $.id', of: ['name'] }],
}

export const subjectKind: SearchKind = {
  record: 'subject',
  group: 'textbooks',
  place: 9,
  words: 'предмет',
  root: 'subject',
  select: (ids) => `SELECT id, name, note FROM subject WHERE id ${ids}`,
  tell: (row) => ({ name: text(row.name), detail: 'предмет', date: null, more: [text(row.note)] }),
  marks: [own('subject')],
}

/** Titles of the books a paper lists. */
const titles = (table: string, column: string, of: string): string =>
  `(SELECT group_concat(title || ' ' || authors, char(10)) FROM ${table} AS line JOIN lot ON lot.id = line.lotId
     JOIN textbook ON textbook.id = lot.textbookId WHERE line.${column} = ${of}.id)`
const numbered = (row: Row, column: string): string => (row[column] === '' ? 'без номера' : `№ ${text(row[column])}`)

export const transferKind: SearchKind = {
  record: 'transfer',
  group: 'transfers',
  place: 13,
  words: 'передача акт приёма-передачи учебников',
  root: 'transfer',
  select: (ids) => `
    SELECT transfer.*, giver.shortName AS giver, taker.shortName AS taker, giver.locality || ' ' || taker.locality AS places,
      ${titles('transferLine', 'transferId', 'transfer')} AS titles
    FROM transfer JOIN school AS giver ON giver.id = fromSchoolId JOIN school AS taker ON taker.id = toSchoolId
    WHERE transfer.id ${ids}`,
  tell(row) {
    const day = text(row.actDate ?? row.draftedOn)
    return {
      name: `Передача ${row.actNumber === '' ? '' : `${numbered(row, 'actNumber')} `}${text(row.giver)} → ${text(row.taker)}`,
      detail: line(shownDay(day), transferStates[row.state as keyof typeof transferStates]),
      date: day,
      more: [row.giverName, row.receiverName, row.note, row.titles, row.places].map(text),
    }
  },
  marks: [
    own('transfer'),
    ...inside('transferId', 'transferLine'),
    {
      table: 'school',
      ids: 'SELECT id FROM transfer WHERE fromSchoolId = $.id UNION SELECT id FROM transfer WHERE toSchoolId = $.id',
      of: ['shortName', 'locality'],
    },
    {
      table: 'textbook',
      ids: 'SELECT transferId FROM transferLine JOIN lot ON lot.id = lotId WHERE textbookId = $.id',
      of: ['title', 'authors'],
    },
    {
      table: 'lot',
      ids: 'SELECT transferId FROM transferLine WHERE lotId = $.id',
      of: ['textbookId'],
    },
  ],
}

export const writeOffKind: SearchKind = {
  record: 'write-off',
  group: 'writeoff',
  place: 12,
  words: 'акт списание о списании',
  root: 'writeOff',
  select: (ids) => `
    SELECT writeOff.*, school.shortName AS school, school.locality, ${titles('writeOffLine', 'writeOffId', 'writeOff')} AS titles,
      (SELECT group_concat(name, char(10)) FROM writeOffMember WHERE writeOffId = writeOff.id) AS members
    FROM writeOff JOIN school ON school.id = schoolId WHERE writeOff.id ${ids}`,
  tell: (row) => ({
    name: `Акт о списании ${numbered(row, 'number')} от ${shownDay(text(row.date))}, ${text(row.school)}`,
    detail: line(
      writeOffReasons[row.reason as keyof typeof writeOffReasons],
      writeOffStates[row.state as keyof typeof writeOffStates],
    ),
    date: text(row.date),
    more: [row.reasonText, row.note, row.members, row.titles, row.locality].map(text),
  }),
  marks: [
    own('writeOff'),
    ...inside('writeOffId', 'writeOffLine', 'writeOffMember'),
    { table: 'school', ids: 'SELECT id FROM writeOff WHERE schoolId = $.id', of: ['shortName', 'locality'] },
    {
      table: 'textbook',
      ids: 'SELECT writeOffId FROM writeOffLine JOIN lot ON lot.id = lotId WHERE textbookId = $.id',
      of: ['title', 'authors'],
    },
    { table: 'lot', ids: 'SELECT writeOffId FROM writeOffLine WHERE lotId = $.id', of: ['textbookId'] },
  ],
}

export const writeOffCampaignKind: SearchKind = {
  record: 'write-off-campaign',
  group: 'writeoff',
  place: 8,
  words: 'кампания списание',
  root: 'writeOffCampaign',
  select: (ids) => `
    SELECT writeOffCampaign.*, (SELECT group_concat(name, char(10)) FROM writeOffCampaignMember WHERE campaignId = writeOffCampaign.id) AS members
    FROM writeOffCampaign WHERE id ${ids}`,
  tell: (row) => ({
    name: text(row.name),
    detail: `кампания списания ${shownDay(text(row.from))}–${shownDay(text(row.to))}`,
    date: text(row.from),
    more: [row.search, row.note, row.members].map(text),
    tokens: dateTokens(text(row.to)),
  }),
  marks: [own('writeOffCampaign'), ...inside('campaignId', 'writeOffCampaignMember')],
}
