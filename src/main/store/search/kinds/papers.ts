import { inside, line, own, type SearchKind, shownDay, text } from '../kind'
import { schoolYearToken } from '../tokens'

export const reportKind: SearchKind = {
  record: 'report',
  group: 'reports',
  place: 7,
  words: 'отчёт анализ работы годовой',
  root: 'report',
  select: (ids) => `
    SELECT report.*,
      (SELECT group_concat(title, char(10)) FROM reportSection WHERE reportId = report.id) AS sections,
      (SELECT group_concat(title || ' ' || text, char(10)) FROM reportPiece WHERE reportId = report.id) AS pieces
    FROM report WHERE report.id ${ids}`,
  tell: (row) => ({
    name: text(row.title),
    detail: line(
      `${text(row.schoolYear).replace('-', '–')} учебный год`,
      row.state === 'submitted' && row.submittedOn !== null ? `сдан ${shownDay(text(row.submittedOn))}` : 'черновик',
    ),
    date: row.submittedOn === null ? null : text(row.submittedOn),
    more: [row.addressee, row.signerName, row.note, row.sections, row.pieces].map(text),
    tokens: [schoolYearToken(text(row.schoolYear))],
  }),
  marks: [own('report'), ...inside('reportId', 'reportSection', 'reportPiece')],
}

export const mailingKind: SearchKind = {
  record: 'mailing',
  group: 'reports',
  place: 14,
  words: 'письмо благодарность грамота рассылка',
  root: 'mailing',
  select: (ids) => `
    SELECT mailing.*,
      (SELECT group_concat(name || ' ' || organisation || ' ' || reason, char(10)) FROM mailingRecipient WHERE mailingId = mailing.id) AS recipients
    FROM mailing WHERE mailing.id ${ids}`,
  tell: (row) => ({
    name: text(row.title),
    detail: line(row.number === '' ? '' : `№ ${text(row.number)}`, shownDay(text(row.date))),
    date: text(row.date),
    more: [row.text, row.signerName, row.note, row.recipients].map(text),
  }),
  marks: [own('mailing'), ...inside('mailingId', 'mailingRecipient')],
}

export const paperTemplateKind: SearchKind = {
  record: 'paper-template',
  group: 'reports',
  place: 15,
  words: 'шаблон бланк',
  root: 'paperTemplate',
  select: (ids) => `SELECT id, name, file, note FROM paperTemplate WHERE id ${ids}`,
  tell: (row) => ({ name: text(row.name), detail: 'шаблон', date: null, more: [row.file, row.note].map(text) }),
  marks: [own('paperTemplate')],
}
