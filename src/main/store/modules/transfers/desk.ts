import { counted } from '@shared/domain/text/plural'
import type { QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import type { DeskEntry, DeskSource } from '../../desk/source'

/** Books lent for a time and not given back in it. */
export const transferDesk: DeskSource = {
  kinds: ['transfer-overdue'],
  items: (context) => overdue(context),
}

interface Late {
  id: number
  number: string
  from: string
  to: string
  dueBack: string
  copies: number
}

function overdue({ raw, today }: QueryContext): DeskEntry[] {
  const late = prepared<[string], Late>(
    raw,
    `SELECT transfer.id, actNumber AS number, giver.shortName AS "from", taker.shortName AS "to", dueBack,
       sum(line.received - line.returned) AS copies
     FROM transfer JOIN transferLine AS line ON line.transferId = transfer.id
     JOIN school AS giver ON giver.id = fromSchoolId JOIN school AS taker ON taker.id = toSchoolId
     WHERE term = 'temporary' AND transfer.state = 'received' AND dueBack < ?
     GROUP BY transfer.id HAVING copies > 0 ORDER BY dueBack, transfer.id`,
  ).all(today())
  return late.map((one) => ({
    kind: 'transfer-overdue',
    record: 'transfer',
    id: one.id,
    uid: null,
    title: `${one.to} → ${one.from}`,
    detail: `вернуть ${counted(one.copies, ['экземпляр', 'экземпляра', 'экземпляров'])}${one.number === '' ? '' : `, акт № ${one.number}`}`,
    date: one.dueBack,
  }))
}
