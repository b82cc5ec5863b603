import type { CommissionMember, WriteOffCampaign } from '@shared/contract/writeoff'
import type { CommandContext } from '../../context'
import { prepared } from '../../database/prepared'
import { freeNow } from '../../ledger/promised'
import { writeOffHandlers } from '../../modules/writeoff/handlers'
import { onDay, type Story } from './story'

/** The campaign the protocols speak of: lists in February, acts in March 2026, some late. */
const acts: readonly {
  school: string
  dueOn: string
  date?: string
  booked?: boolean
  reversed?: string
  /** Of the books that fit, how many titles went into the act. */
  titles?: number
}[] = [
  { school: 'МБОУ СОШ № 1', dueOn: '2026-04-01', date: '2026-03-16', booked: true },
  { school: 'МБОУ СОШ № 2', dueOn: '2026-04-01', date: '2026-03-17', booked: true },
  { school: 'МБОУ СОШ № 3', dueOn: '2026-04-01', date: '2026-03-20', booked: true },
  { school: 'МАОУ гимназия № 4', dueOn: '2026-04-01', date: '2026-03-23', booked: true },
  { school: 'МБОУ Берёзовская СОШ', dueOn: '2026-04-01', date: '2026-03-25', booked: true, titles: 6 },
  { school: 'МБОУ Ключевская СОШ', dueOn: '2026-04-01', date: '2026-03-30', booked: true },
  { school: 'МБОУ Покровская СОШ', dueOn: '2026-04-01', date: '2026-03-27', booked: true, reversed: '2026-04-06' },
  { school: 'МБОУ СОШ № 7', dueOn: '2026-12-15', date: '2026-11-16', titles: 8 },
  { school: 'МБОУ Мирненская СОШ', dueOn: '2026-12-15', date: '2026-11-18' },
  { school: 'МБОУ Троицкая СОШ', dueOn: '2026-10-30' },
  { school: 'МБОУ Каменнобродская СОШ', dueOn: '2026-12-15' },
  { school: 'МБОУ Вознесенская ООШ', dueOn: '2026-12-15' },
]

const commission = (story: Story): CommissionMember[] =>
  (
    [
      ['chair', 'заместитель директора', 'Поликарпова Л. Д.'],
      ['member', 'главный бухгалтер', 'Счастливцева Г. Ю.'],
      ['member', 'заведующий хозяйством', 'Подковыркин А. Е.'],
      ['member', 'учитель', 'Листратова М. М.'],
    ] as const
  ).map(([role, position, name]) => ({ uid: story.uid(), role, position, name }))

export async function fillWriteOffs(story: Story): Promise<void> {
  const campaignId = await onDay(story, '2026-02-02', (context) => {
    const campaign: WriteOffCampaign = {
      name: 'Списание учебников 2016–2018 годов издания',
      from: '2026-02-02',
      to: '2026-12-25',
      rule: { publishedBy: 2018, usableUntilBefore: null, dropped: false, search: '' },
      reason: 'outdated',
      disposal: 'waste-paper',
      note: 'По решению заседания РМО от 22.01.2026',
      schools: acts.map(({ school, dueOn }) => ({
        uid: story.uid(),
        schoolId: story.schoolId(school),
        dueOn,
        note: dueOn > '2026-06-01' ? 'вторая очередь' : '',
      })),
      commission: commission(story),
    }
    return writeOffHandlers['writeOffCampaigns.save'](context, { id: null, revision: null, campaign }).id
  })
  for (const act of acts) {
    const { date } = act
    if (date) await onDay(story, date, (context) => fillAct(story, act, date, campaignId ?? null, context))
  }
}

async function fillAct(
  story: Story,
  { school, booked, reversed, titles = 40 }: (typeof acts)[number],
  date: string,
  campaignId: number | null,
  context: CommandContext,
): Promise<void> {
  const schoolId = story.schoolId(school)
  const lots = prepared<[number], { id: number }>(
    context.raw,
    'SELECT id FROM lot WHERE schoolId = ? AND copies > 0 AND publicationYear BETWEEN 1 AND 2018 ORDER BY id',
  ).all(schoolId)
  const lines = lots.slice(0, titles).map(({ id }) => ({
    uid: story.uid(),
    lotId: id,
    copies: freeNow(context.raw, id),
    inventoryNumbers: '',
  }))
  if (lines.length === 0) return
  const blank = writeOffHandlers['writeOffs.blank'](context, { schoolId, date, campaignId })
  const writeOff = {
    ...blank,
    unit: 'Библиотека',
    order: 'приказ от 26.01.2026 № 14-о',
    commission: blank.commission.map((member) => ({ ...member, uid: story.uid() })),
    lines,
  }
  const saved = writeOffHandlers['writeOffs.save'](context, { id: null, revision: null, writeOff })
  if (booked) writeOffHandlers['writeOffs.book'](context, { id: saved.id, revision: null })
  if (reversed) {
    await onDay(story, reversed, (then) =>
      writeOffHandlers['writeOffs.reverse'](then, { id: saved.id, revision: null, on: reversed }),
    )
  }
}
