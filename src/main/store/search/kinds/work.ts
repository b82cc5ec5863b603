import { eventKinds, eventLevels } from '@shared/contract/events'
import { roadmapKinds } from '@shared/contract/roadmaps'
import { days, inside, line, own, type SearchKind, shownDay, text } from '../kind'
import { dateTokens } from '../tokens'

export const roadmapKind: SearchKind = {
  record: 'roadmap',
  group: 'roadmaps',
  place: 5,
  words: 'дорожная карта план работы',
  root: 'roadmap',
  select: (ids) => `
    SELECT roadmap.*, (SELECT group_concat(title, char(10)) FROM roadmapSection WHERE roadmapId = roadmap.id) AS sections
    FROM roadmap WHERE roadmap.id ${ids}`,
  tell: (row) => ({
    name: text(row.title).replace(/\s+/gu, ' ').trim(),
    detail: line(
      roadmapKinds[row.kind as keyof typeof roadmapKinds],
      `${shownDay(text(row.from))}–${shownDay(text(row.to))}`,
    ),
    date: text(row.from),
    more: [row.approvalText, row.approvalNumber, row.preamble, row.note, row.sections].map(text),
    tokens: dateTokens(text(row.to)),
  }),
  marks: [own('roadmap'), ...inside('roadmapId', 'roadmapSection')],
}

export const roadmapItemKind: SearchKind = {
  record: 'roadmap-item',
  group: 'roadmaps',
  place: 21,
  words: 'пункт мероприятие',
  root: 'roadmapItem',
  within: 'SELECT roadmapId AS id, uid FROM roadmapItem WHERE id = ?',
  select: (ids) => `
    SELECT item.id, item.number, item.title, item.document, item.results, roadmap.title AS roadmap, roadmap."from", section.title AS section,
      (SELECT group_concat(text, char(10)) FROM roadmapExecutor WHERE itemUid = item.uid) AS executors,
      (SELECT group_concat(text, char(10)) FROM roadmapDue WHERE itemUid = item.uid) AS dues,
      (SELECT group_concat(text, char(10)) FROM roadmapCell WHERE itemUid = item.uid) AS cells,
      (SELECT group_concat(coalesce("from", '') || '|' || coalesce("to", ''), '|') FROM roadmapDue WHERE itemUid = item.uid) AS days
    FROM roadmapItem AS item JOIN roadmap ON roadmap.id = item.roadmapId LEFT JOIN roadmapSection AS section ON section.uid = item.sectionUid
    WHERE item.title <> '' AND item.id ${ids}`,
  tell: (row) => ({
    name: text(row.title).replace(/\s+/gu, ' ').trim(),
    detail: line(row.number === '' ? '' : `пункт ${text(row.number)}`, text(row.roadmap).replace(/\s+/gu, ' ').trim()),
    date: text(row.from),
    more: [row.roadmap, row.section, row.document, row.results, row.executors, row.dues, row.cells].map(text),
    tokens: days(row.days).flatMap(dateTokens),
  }),
  marks: [
    own('roadmapItem'),
    ...['roadmapExecutor', 'roadmapDue', 'roadmapCell'].map((table) => ({
      table,
      ids: 'SELECT id FROM roadmapItem WHERE uid = $.itemUid',
    })),
    { table: 'roadmapSection', ids: 'SELECT id FROM roadmapItem WHERE roadmapId = $.roadmapId AND sectionUid = $.uid' },
    { table: 'roadmap', ids: 'SELECT id FROM roadmapItem WHERE roadmapId = $.id', of: ['title', 'from'] },
  ],
}

export const eventKind: SearchKind = {
  record: 'event',
  group: 'events',
  place: 6,
  words: 'мероприятие',
  root: 'event',
  select: (ids) => `
    SELECT event.*, (SELECT group_concat(name || ' ' || result, char(10)) FROM eventParticipant WHERE eventId = event.id) AS participants
    FROM event WHERE event.id ${ids}`,
  tell: (row) => ({
    name: text(row.name),
    detail: [shownDay(text(row.from)), text(row.place)].filter((part) => part !== '').join(', '),
    date: text(row.from),
    more: [
      eventKinds[row.kind as keyof typeof eventKinds] ?? '',
      eventLevels[row.level as keyof typeof eventLevels] ?? '',
      ...[row.place, row.organiser, row.results, row.evidence, row.note, row.participants].map(text),
    ],
    tokens: dateTokens(text(row.to)),
  }),
  marks: [own('event'), ...inside('eventId', 'eventParticipant')],
}

export const oldPaperKind: SearchKind = {
  record: 'old-paper',
  group: 'old-papers',
  place: 11,
  words: 'документ',
  root: 'oldPaper',
  select: (ids) => `SELECT id, file, folder, title, number, date FROM oldPaper WHERE id ${ids}`,
  tell: (row) => ({
    name: text(row.title) === '' ? text(row.file) : text(row.title),
    detail: text(row.title) === '' ? text(row.folder) : text(row.file),
    date: row.date === null ? null : text(row.date),
    more: [row.file, row.folder, row.number].map(text),
  }),
  marks: [own('oldPaper')],
}
