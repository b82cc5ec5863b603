import type { Database as Sqlite } from 'better-sqlite3'

/** Most told one by one; the rest are counted. */
const most = 20

/** Acts of write-off whose movements are not what their state says, in words. */
export function wrongWriteOffs(raw: Sqlite): string[] {
  const wrong = raw
    .prepare<[], { id: number; number: string; school: string; expected: number; moved: number }>(
      `SELECT * FROM (
         SELECT writeOff.id, writeOff.number, school.shortName AS school,
           sum(CASE WHEN writeOff.state = 'booked' THEN line.copies ELSE 0 END) AS expected,
           -coalesce(sum((SELECT sum(copies) FROM movement WHERE writeOffLineId = line.id)), 0) AS moved,
           max(coalesce((SELECT sum(copies) FROM movement WHERE writeOffLineId = line.id AND lotId = line.lotId), 0)
             <> CASE WHEN writeOff.state = 'booked' THEN -line.copies ELSE 0 END) AS wrong
         FROM writeOff JOIN writeOffLine AS line ON line.writeOffId = writeOff.id
         JOIN school ON school.id = writeOff.schoolId GROUP BY writeOff.id)
       WHERE wrong = 1 ORDER BY id`,
    )
    .all()
    .map(
      ({ number, school, expected, moved }) =>
        `Акт о списании ${number === '' ? 'без номера' : `№ ${number}`}, ${school}: по акту должно быть списано ${expected}, а по движениям списано ${moved}.`,
    )
  return wrong.length <= most ? wrong : [...wrong.slice(0, most), `И ещё такого же: ${wrong.length - most}.`]
}
