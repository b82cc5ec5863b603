import type { Transfer } from '@shared/contract/transfers'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { availableOn } from '../../ledger/lots'
import { freeNow } from '../../ledger/promised'
import { transferHandlers } from '../../modules/transfers/handlers'
import { type Amends, amendKey } from './holdings'
import { onDay, type Story } from './story'

type Book = readonly [subject: string, grade: number, copies: number]

interface Script {
  from: string
  to: string
  books: readonly Book[]
  /** Number and days of the steps; a step whose day has not come is not made. */
  act: string
  drafted: string
  agreed?: string
  handed?: string
  received?: string
  returned?: string
  cancelled?: string
  dueBack?: string
  /** Day of the meeting it belongs to. */
  meeting?: string
  note?: string
  /** Of the first line, copies that did not come. */
  missing?: number
}

/** Transfers of two school years, one at least of every state; the numbers are those the protocols name. */
export const scripts: readonly Script[] = [
  {
    from: 'МБОУ ООШ № 8',
    to: 'МБОУ СОШ № 6',
    books: [
      ['Русский язык', 5, 14],
      ['Литература', 5, 13],
      ['Математика', 5, 14],
      ['История', 6, 12],
      ['Биология', 6, 11],
      ['География', 7, 12],
    ],
    act: '4',
    drafted: '2025-08-18',
    agreed: '2025-08-20',
    handed: '2025-08-25',
    received: '2025-08-25',
    note: 'Фонд присоединённой школы',
  },
  {
    from: 'МБОУ СОШ № 6',
    to: 'МБОУ Узловская СОШ',
    books: [
      ['История', 6, 8],
      ['Физика', 8, 6],
    ],
    act: '9',
    drafted: '2025-10-06',
    agreed: '2025-10-08',
    handed: '2025-10-14',
    received: '2025-10-15',
  },
  {
    from: 'МАОУ гимназия № 4',
    to: 'МБОУ СОШ № 1',
    books: [
      ['Английский язык', 7, 15],
      ['Информатика', 8, 12],
      ['Обществознание', 10, 6],
    ],
    act: '12',
    drafted: '2025-11-17',
    agreed: '2025-11-18',
    handed: '2025-11-20',
    received: '2025-11-20',
    missing: 1,
    note: 'Один экземпляр оказался с дефектом и возвращён',
  },
  {
    from: 'МБОУ НОШ № 9',
    to: 'МКОУ Заозёрная НОШ',
    books: [['Окружающий мир', 3, 6]],
    act: '2',
    drafted: '2026-01-15',
    agreed: '2026-01-16',
    handed: '2026-01-20',
    received: '2026-01-20',
    dueBack: '2026-05-29',
    returned: '2026-05-28',
  },
  {
    from: 'МБОУ СОШ № 3',
    to: 'МБОУ Петровская ООШ',
    books: [
      ['Химия', 8, 5],
      ['Физика', 9, 4],
    ],
    act: '6',
    drafted: '2026-02-05',
    agreed: '2026-02-06',
    handed: '2026-02-10',
    received: '2026-02-11',
    dueBack: '2026-10-30',
    note: 'Просят продлить до конца полугодия',
  },
  {
    from: 'МБОУ Кирпичнозаводская СОШ',
    to: 'МБОУ Узловская СОШ',
    books: [
      ['Литература', 6, 9],
      ['Биология', 8, 7],
    ],
    act: '31',
    drafted: '2026-08-10',
    agreed: '2026-08-14',
    handed: '2026-08-21',
    received: '2026-08-21',
    meeting: '2026-05-28',
  },
  {
    from: 'МБОУ Степная СОШ',
    to: 'МБОУ Раздольненская СОШ',
    books: [['География', 8, 8]],
    act: '33',
    drafted: '2026-08-17',
    agreed: '2026-08-20',
    handed: '2026-08-26',
    received: '2026-08-27',
    meeting: '2026-05-28',
  },
  {
    from: 'МБОУ СОШ № 2',
    to: 'МБОУ Кирпичнозаводская СОШ',
    books: [['Информатика', 9, 10]],
    act: '18',
    drafted: '2026-09-14',
    agreed: '2026-09-15',
    handed: '2026-09-18',
    received: '2026-09-18',
    dueBack: '2027-05-28',
  },
  {
    from: 'МБОУ Троицкая СОШ',
    to: 'МБОУ Степная СОШ',
    books: [
      ['Русский язык', 6, 7],
      ['История', 7, 9],
    ],
    act: '36',
    drafted: '2026-09-11',
    agreed: '2026-09-15',
    handed: '2026-09-24',
    received: '2026-09-24',
    meeting: '2026-09-10',
  },
  {
    from: 'МБОУ Покровская СОШ',
    to: 'МБОУ Луговская СОШ',
    books: [['Химия', 9, 5]],
    act: '',
    drafted: '2026-10-05',
    cancelled: '2026-10-12',
    note: 'Школа нашла свои книги при инвентаризации',
  },
  {
    from: 'МАОУ лицей № 5',
    to: 'МБОУ СОШ № 7',
    books: [
      ['Английский язык', 6, 18],
      ['Информатика', 7, 16],
    ],
    act: '21',
    drafted: '2026-10-26',
    agreed: '2026-10-28',
    handed: '2026-11-06',
    received: '2026-11-06',
    note: 'День обмена 06.11.2026',
  },
  {
    from: 'МБОУ Берёзовская СОШ',
    to: 'МБОУ Ольховская СОШ',
    books: [
      ['Физика', 7, 14],
      ['Музыка', 5, 12],
      ['Биология', 7, 14],
    ],
    act: '22',
    drafted: '2026-10-27',
    agreed: '2026-10-29',
    handed: '2026-11-06',
    received: '2026-11-06',
    note: 'День обмена 06.11.2026',
  },
  {
    from: 'МБОУ СОШ № 7',
    to: 'МБОУ Новосёлковская СОШ',
    books: [['Литература', 8, 6]],
    act: '24',
    drafted: '2026-11-10',
    agreed: '2026-11-12',
    handed: '2026-11-17',
    meeting: '2026-11-12',
  },
  {
    from: 'МБОУ СОШ № 1',
    to: 'МБОУ Раздольненская СОШ',
    books: [
      ['Алгебра', 8, 7],
      ['Русский язык', 8, 6],
    ],
    act: '25',
    drafted: '2026-11-12',
    agreed: '2026-11-18',
    meeting: '2026-11-12',
  },
  {
    from: 'МАОУ гимназия № 4',
    to: 'МБОУ Сосновская СОШ',
    books: [['История', 10, 5]],
    act: '',
    drafted: '2026-11-19',
  },
]

const joined = 'МБОУ ООШ № 8'

/** What givers are to have over and receivers to lack before these transfers. */
export function transferAmends(): Amends {
  const amends = new Map<string, number>()
  const add = (school: string, [subject, grade]: Book, copies: number): void => {
    const key = amendKey(school, subject, grade)
    amends.set(key, (amends.get(key) ?? 0) + copies)
  }
  for (const { from, to, books, cancelled, returned } of scripts) {
    for (const book of books) {
      // The joined school gives all it has.
      add(from, book, from === joined ? book[2] : book[2] + 1)
      if (!cancelled && !returned) add(to, book, -book[2])
    }
  }
  return amends
}

export async function fillTransfers(story: Story): Promise<void> {
  for (const script of scripts) await onDay(story, script.drafted, (context) => fill(story, script, context))
}

async function fill(story: Story, script: Script, context: CommandContext): Promise<void> {
  const transfer = transferOf(story, script, context)
  const saved = transferHandlers['transfers.save'](context, { id: null, revision: null, transfer })
  const step = { id: saved.id, revision: null }
  const { agreed, handed, received, returned, cancelled } = script
  const lines = transfer.lines
  if (cancelled) {
    await onDay(story, cancelled, (then) => transferHandlers['transfers.cancel'](then, step))
    return
  }
  if (agreed) await onDay(story, agreed, (then) => transferHandlers['transfers.agree'](then, { ...step, on: agreed }))
  if (handed) {
    await onDay(story, handed, (then) => {
      transferHandlers['transfers.hand'](then, { ...step, on: handed, correct: false })
      transferHandlers['transfers.issue'](then, { ...step, on: handed })
    })
  }
  if (received) {
    const first = lines[0]
    const came = script.missing && first ? [{ uid: first.uid, copies: first.copies - script.missing }] : []
    await onDay(story, received, (then) =>
      transferHandlers['transfers.receive'](then, { ...step, on: received, received: came }),
    )
  }
  if (returned) {
    await onDay(story, returned, (then) =>
      transferHandlers['transfers.return'](then, { ...step, on: returned, lines: [] }),
    )
  }
}

function transferOf(story: Story, script: Script, { raw }: CommandContext): Transfer {
  const [fromSchoolId, toSchoolId] = [story.schoolId(script.from), story.schoolId(script.to)]
  const term = script.dueBack ? ('temporary' as const) : ('permanent' as const)
  const meeting = script.meeting
    ? prepared<[string], { id: number }>(raw, 'SELECT id FROM meeting WHERE date = ?').get(script.meeting)
    : undefined
  return {
    fromSchoolId,
    toSchoolId,
    term,
    dueBack: script.dueBack ?? null,
    actNumber: script.act,
    actDate: script.agreed ?? null,
    giver: story.representative(fromSchoolId, script.drafted),
    receiver: story.representative(toSchoolId, script.drafted),
    viaSchoolId: null,
    meetingId: meeting?.id ?? null,
    note: script.note ?? '',
    lines: script.books.flatMap((book) => linesOf(story, raw, script, book)),
  }
}

/** From as few lots as can be: the fullest first. */
function linesOf(
  story: Story,
  raw: CommandContext['raw'],
  { from, drafted, handed }: Script,
  [subject, grade, copies]: Book,
): Transfer['lines'] {
  let left = copies
  const lines: Transfer['lines'] = []
  for (const lotId of story.lots(from, story.textbookId(subject, grade))) {
    const taken = Math.min(left, availableOn(raw, lotId, handed ?? drafted), freeNow(raw, lotId))
    if (taken <= 0) continue
    left -= taken
    lines.push({
      uid: story.uid(),
      lotId,
      copies: taken,
      condition: 'good',
      accounted: true,
      surplusId: null,
      needId: null,
      reservationId: null,
      planLineId: null,
      forTextbookId: null,
    })
  }
  if (left > 0) throw new Error(`The sample has not ${copies} of ${subject} ${grade} at ${from}`)
  return lines
}
