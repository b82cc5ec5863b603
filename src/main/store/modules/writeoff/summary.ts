import type { Parsed } from '@shared/contract'
import { type WriteOffReason, writeOffReasons } from '@shared/contract/writeoff'
import { formatDate } from '@shared/domain/dates'
import { type RawBuilder, sql } from 'kysely'
import type { JobContext } from '../../context'
import type { SummaryColumn, SummarySheet } from '../../documents/xlsx/summary'
import { gradesText } from '../../lists/textbooks'

/**
 * Consolidated sheets of booked acts: by school and reason, by textbook, by year of publication, and the sheet of the
 * provision monitoring (FORMS §6.4). Sums are roubles, in that last one thousands of roubles.
 */
type Input = Parsed<'papers.writeOffSummary'>

const text = (title: string, width: number): SummaryColumn => ({ title, width, format: 'text' })
const whole = (title: string, width = 14): SummaryColumn => ({ title, width, format: 'whole', total: true })
const money = (title: string): SummaryColumn => ({ title, width: 18, format: 'hundredths', total: true })

export async function summarySheets(context: JobContext, input: Input): Promise<SummarySheet[]> {
  const heading = await headingOf(context, input)
  const from = booked(input)
  return [
    await bySchool(context, from, heading),
    await byTextbook(context, from, heading),
    await byYear(context, from, heading),
    await byAge(context, from, heading),
  ]
}

/** Lines of booked acts with their lots. */
function booked({ campaignId, from, to }: Input): RawBuilder<unknown> {
  const conditions = [
    sql`writeOff.state = 'booked'`,
    ...(campaignId === null ? [] : [sql`writeOff.campaignId = ${campaignId}`]),
    ...(from === null ? [] : [sql`writeOff.date >= ${from}`]),
    ...(to === null ? [] : [sql`writeOff.date <= ${to}`]),
  ]
  return sql`writeOff
    join writeOffLine as line on line.writeOffId = writeOff.id
    join lot on lot.id = line.lotId
    join textbook on textbook.id = lot.textbookId
    join subject on subject.id = textbook.subjectId
    join school on school.id = writeOff.schoolId
    where ${sql.join(conditions, sql` and `)}`
}

async function headingOf(context: JobContext, { campaignId, from, to }: Input): Promise<string[]> {
  const { municipality } = await context.query('profile.get', {})
  const day = (date: string | null): string => (date === null ? '' : formatDate(date, 'digits'))
  const period =
    from === null && to === null
      ? ''
      : [from === null ? '' : `с ${day(from)}`, to === null ? '' : `по ${day(to)}`]
          .filter((part) => part !== '')
          .join(' ')
  const campaign =
    campaignId === null ? '' : (await context.query('writeOffCampaigns.get', { id: campaignId })).campaign.name
  return [municipality, [campaign, period].filter((part) => part !== '').join(', ')].filter((line) => line !== '')
}

async function bySchool(context: JobContext, from: RawBuilder<unknown>, heading: string[]): Promise<SummarySheet> {
  interface Found {
    schoolId: number
    school: string
    reason: WriteOffReason
    acts: number
    copies: number
    sum: number
  }
  const { rows } = await sql<Found>`
    select school.id as schoolId, school.shortName as school, writeOff.reason, count(distinct writeOff.id) as acts,
      sum(line.copies) as copies, sum(line.copies * lot.price) as sum
    from ${from} group by school.id, writeOff.reason order by school.sortKey, school.id`.execute(context.trx)
  const reasons = (Object.keys(writeOffReasons) as WriteOffReason[]).filter((reason) =>
    rows.some((row) => row.reason === reason),
  )
  const schools = [...new Map(rows.map((row) => [row.schoolId, row.school]))]
  const first = 3
  return {
    name: 'Школы и причины',
    heading: ['Списание учебников по школам и причинам', ...heading],
    columns: [
      { title: '№', width: 9, format: 'whole' },
      text('Школа', 34),
      whole('Актов', 10),
      ...reasons.map((reason) => whole(`${writeOffReasons[reason]}, экз.`, 16)),
      {
        ...whole('Всего, экз.'),
        ...(reasons.length === 0 ? {} : { row: { from: first, to: first + reasons.length - 1 } }),
      },
      money('Стоимость, руб.'),
    ],
    rows: schools.map(([schoolId, school], index) => {
      const own = rows.filter((row) => row.schoolId === schoolId)
      const sum = (key: 'acts' | 'copies' | 'sum'): number => own.reduce((total, row) => total + row[key], 0)
      return [
        index + 1,
        school,
        sum('acts'),
        ...reasons.map((reason) => own.find((row) => row.reason === reason)?.copies ?? 0),
        sum('copies'),
        sum('sum') / 100,
      ]
    }),
  }
}

async function byTextbook(context: JobContext, from: RawBuilder<unknown>, heading: string[]): Promise<SummarySheet> {
  const { rows } = await sql<{
    textbook: string
    subject: string
    grades: string
    schools: number
    copies: number
    sum: number
  }>`
    select textbook.label as textbook, subject.name as subject, ${gradesText} as grades,
      count(distinct writeOff.schoolId) as schools, sum(line.copies) as copies, sum(line.copies * lot.price) as sum
    from ${from} group by textbook.id order by subject.sortKey, textbook.gradeFrom, textbook.nameSort, textbook.id`.execute(
    context.trx,
  )
  return {
    name: 'По учебникам',
    heading: ['Списание по учебникам', ...heading],
    columns: [
      { title: '№', width: 9, format: 'whole' },
      text('Учебник', 60),
      text('Предмет', 24),
      text('Класс', 9),
      { title: 'Школ', width: 10, format: 'whole' },
      whole('Экземпляров'),
      money('Стоимость, руб.'),
    ],
    rows: rows.map((row, index) => [
      index + 1,
      row.textbook,
      row.subject,
      row.grades,
      row.schools,
      row.copies,
      row.sum / 100,
    ]),
  }
}

async function byYear(context: JobContext, from: RawBuilder<unknown>, heading: string[]): Promise<SummarySheet> {
  const { rows } = await sql<{ year: number; titles: number; copies: number; sum: number }>`
    select lot.publicationYear as year, count(distinct lot.textbookId) as titles, sum(line.copies) as copies,
      sum(line.copies * lot.price) as sum
    from ${from} group by lot.publicationYear order by lot.publicationYear = 0, lot.publicationYear`.execute(
    context.trx,
  )
  return {
    name: 'По годам издания',
    heading: ['Списание по годам издания', ...heading],
    columns: [
      { title: 'Год издания', width: 16, format: 'year' },
      { title: 'Названий', width: 14, format: 'whole' },
      whole('Экземпляров'),
      money('Стоимость, руб.'),
    ],
    rows: rows.map((row) => [row.year === 0 ? 'не указан' : row.year, row.titles, row.copies, row.sum / 100]),
  }
}

/** Years of use are those from the publication to the act: nothing tells when a copy was first lent. */
async function byAge(context: JobContext, from: RawBuilder<unknown>, heading: string[]): Promise<SummarySheet> {
  const { rows } = await sql<{ years: number | null; reason: WriteOffReason; copies: number; sum: number }>`
    select case when lot.publicationYear = 0 then null
        else max(0, cast(substr(writeOff.date, 1, 4) as integer) - lot.publicationYear) end as years,
      writeOff.reason, sum(line.copies) as copies, sum(line.copies * lot.price) as sum
    from ${from} group by years, writeOff.reason order by years is null, years`.execute(context.trx)
  return {
    name: 'Списанные за год',
    heading: ['Списанные учебники', ...heading],
    columns: [
      { title: 'Лет использования', width: 16, format: 'year' },
      whole('Количество'),
      text('Причина', 40),
      money('Стоимость, тыс. руб.'),
    ],
    rows: rows.map((row) => [row.years ?? 'не указано', row.copies, writeOffReasons[row.reason], row.sum / 100_000]),
  }
}
