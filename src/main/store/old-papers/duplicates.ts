/**
 * Columns `duplicate` and `duplicateId` of a query over `oldPaper`: a record of the data that is of the same paper, else an
 * earlier paper that says the same; '' and null when there is none. A paper's own record does not count.
 */
const meetings = /* sql */ `(SELECT meeting.id FROM meeting WHERE oldPaper.kind = 'protocol' AND meeting.date = oldPaper.date
  AND (meeting.number = oldPaper.number OR meeting.number = '' OR oldPaper.number = '')
  AND NOT (oldPaper.record IS 'meeting' AND oldPaper.recordId IS meeting.id) ORDER BY meeting.id LIMIT 1)`
const roadmaps = /* sql */ `(SELECT roadmap.id FROM roadmap WHERE oldPaper.kind = 'roadmap' AND roadmap.nameKey = ru_norm(oldPaper.title)
  AND (oldPaper.date IS NULL OR roadmap."from" = oldPaper.date)
  AND NOT (oldPaper.record IS 'roadmap' AND oldPaper.recordId IS roadmap.id) ORDER BY roadmap.id LIMIT 1)`
const earlier = /* sql */ `(SELECT 'То же, что в файле «' || other.file || '»' FROM oldPaper AS other WHERE other.id < oldPaper.id
  AND other.dismissed = 0 AND oldPaper.kind IS NOT NULL AND other.kind = oldPaper.kind AND other.title = oldPaper.title
  AND other.date IS oldPaper.date AND other.number = oldPaper.number ORDER BY other.id LIMIT 1)`

export const duplicateSql = /* sql */ `
  coalesce(${meetings}, ${roadmaps}) AS duplicateId,
  coalesce(
    (SELECT 'Протокол ' || iif(meeting.number = '', '', '№ ' || meeting.number || ' ') || 'от '
       || strftime('%d.%m.%Y', meeting.date) || ' уже есть' FROM meeting WHERE meeting.id = ${meetings}),
    (SELECT 'Такая дорожная карта уже есть' FROM roadmap WHERE roadmap.id = ${roadmaps}),
    ${earlier}, '') AS duplicate`
