import type { Input, Output, Parsed } from '@shared/contract'
import type { Proposal, Proposals } from '@shared/contract/provision'
import { type GradeFigures, lastLessons, type ProposalFacts, proposalsOf } from '@shared/domain/provision-proposals'
import { formatSchoolYear, nextSchoolYear } from '@shared/domain/school-year'
import { counted } from '@shared/domain/text/plural'
import type { CommandContext, QueryContext } from '../../context'
import { prepared } from '../../database/prepared'
import { factsReader } from '../../provision/facts'
import { editions } from './editions'
import { type FundFacts, fundFacts, needKey } from './fund-facts'

type Asked = Parsed<'provision.proposals'>

/** What follows from provision and is not in the exchange fund yet. */
export function proposals(context: QueryContext, asked: Asked): Proposals {
  return worked(context, asked).proposals
}

function worked(context: QueryContext, asked: Asked): { proposals: Proposals; fund: FundFacts } {
  const { raw } = context
  const today = context.today()
  const fund = fundFacts(raw, asked.schoolIds, today)
  const reader = factsReader(raw, today)
  const named = editions(raw, lastLessons({ ...asked, today }))
  const names = namesOf(raw)
  const found: Proposals = { surpluses: [], needs: [], unnamed: [], unknown: [] }
  for (const school of schoolsOf(raw, asked.schoolIds)) {
    const lots = fund.lots.get(school.id) ?? []
    const facts: ProposalFacts = {
      ...reader.of(school.id, asked.schoolYear),
      year: asked.year,
      reservePercent: asked.reservePercent,
      lots,
      coming: fund.coming.get(school.id) ?? [],
    }
    const ours = proposalsOf(facts)
    if (ours === null) {
      if (lots.length > 0 && school.open) found.unknown.push({ schoolId: school.id, school: school.shortName })
      continue
    }
    const lotById = new Map(lots.map((lot) => [lot.lotId, lot]))
    for (const { lotId, copies, figures } of ours.offers) {
      const textbookId = lotById.get(lotId)?.textbookId ?? 0
      found.surpluses.push(proposal(school, names.textbook(textbookId), { textbookId, lotId, copies }, [figures]))
    }
    const needs = new Map<number, { copies: number; figures: GradeFigures[] }>()
    for (const { subjectId, grade, copies, figures } of ours.lacks) {
      const textbookId = named.of(subjectId, grade, lots)
      if (textbookId === undefined) {
        found.unnamed.push({ school: school.shortName, subject: names.subject(subjectId), grade, copies })
        continue
      }
      const known = needs.get(textbookId) ?? { copies: 0, figures: [] }
      needs.set(textbookId, { copies: known.copies + copies, figures: [...known.figures, figures] })
    }
    for (const [textbookId, { copies, figures }] of needs) {
      found.needs.push(proposal(school, names.textbook(textbookId), { textbookId, lotId: null, copies }, figures))
    }
  }
  return { proposals: found, fund }
}

interface School {
  id: number
  shortName: string
  open: number
}

const schoolsOf = (raw: QueryContext['raw'], ids: readonly number[] | null): School[] =>
  prepared<[], School>(raw, "SELECT id, shortName, state = 'active' AS open FROM school ORDER BY sortKey, id")
    .all()
    .filter((school) => ids === null || ids.includes(school.id))

function namesOf(raw: QueryContext['raw']) {
  const texts = (table: 'textbook' | 'subject', column: string): Map<number, string> =>
    new Map(
      prepared<[], { id: number; name: string }>(raw, `SELECT id, ${column} AS name FROM ${table}`)
        .all()
        .map((row) => [row.id, row.name]),
    )
  const [textbooks, subjects] = [texts('textbook', 'label'), texts('subject', 'name')]
  return {
    textbook: (id: number) => textbooks.get(id) ?? '',
    subject: (id: number) => subjects.get(id) ?? '',
  }
}

function proposal(
  school: School,
  textbook: string,
  of: Pick<Proposal, 'textbookId' | 'lotId' | 'copies'>,
  figures: readonly GradeFigures[],
): Proposal {
  return { schoolId: school.id, school: school.shortName, textbook, ...of, reason: reasonOf(figures) }
}

/** «Учеников 52, годных 60, уже обещано 3, запас 5». */
function reasonOf(figures: readonly GradeFigures[]): string {
  const sum = (name: keyof GradeFigures): number => figures.reduce((all, one) => all + one[name], 0)
  const parts = [
    `учеников ${sum('students')}`,
    `годных ${sum('usable')}`,
    ...(sum('leaving') > 0 ? [`уже заявлено и обещано ${sum('leaving')}`] : []),
    ...(sum('coming') > 0 ? [`уже запрошено и в пути ${sum('coming')}`] : []),
    ...(sum('reserve') > 0 ? [`запас ${sum('reserve')}`] : []),
  ]
  const text = parts.join(', ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** Adds the proposals to the fund; where the school offers the lot or asks for the book already, to that. */
export async function propose(
  context: CommandContext,
  asked: Parsed<'provision.propose'>,
): Promise<Output<'provision.propose'>> {
  const { proposals: found, fund } = worked(context, asked)
  const year = formatSchoolYear(asked.year === 'this' ? asked.schoolYear : nextSchoolYear(asked.schoolYear))
  const note = `По обеспеченности на ${year} учебный год`
  const surpluses = asked.surpluses ? found.surpluses : []
  const needs = asked.needs ? found.needs : []
  for (const one of surpluses) await offer(context, one, fund, note)
  for (const one of needs) await ask(context, one, fund, note)
  context.describe(
    `${counted(surpluses.length, ['излишек', 'излишка', 'излишков'])}, ${counted(needs.length, ['потребность', 'потребности', 'потребностей'])}`,
  )
  return { surpluses: surpluses.length, needs: needs.length }
}

async function offer(context: CommandContext, one: Proposal, fund: FundFacts, note: string): Promise<void> {
  const known = fund.surpluses.get(one.lotId ?? 0)
  if (known !== undefined) {
    const { id, revision, surplus } = await context.ask('surpluses.get', { id: known })
    await context.run('surpluses.save', { id, revision, surplus: { ...surplus, copies: surplus.copies + one.copies } })
    return
  }
  const lot = prepared<[number], Pick<Input<'surpluses.save'>['surplus'], 'publicationYear' | 'price' | 'source'>>(
    context.raw,
    'SELECT publicationYear, price, source FROM lot WHERE id = ?',
  ).get(one.lotId ?? 0)
  if (!lot) throw new Error(`Lot ${one.lotId} is not there`)
  await context.run('surpluses.save', {
    id: null,
    revision: null,
    surplus: {
      ...lot,
      schoolId: one.schoolId,
      textbookId: one.textbookId,
      copies: one.copies,
      condition: 'good',
      since: context.today(),
      until: null,
      state: 'open',
      note,
    },
  })
}

async function ask(context: CommandContext, one: Proposal, fund: FundFacts, note: string): Promise<void> {
  const known = fund.needs.get(needKey(one.schoolId, one.textbookId))
  if (known !== undefined) {
    const { id, revision, need } = await context.ask('needs.get', { id: known })
    await context.run('needs.save', { id, revision, need: { ...need, copies: need.copies + one.copies } })
    return
  }
  const { schoolId, textbookId, copies } = one
  await context.run('needs.save', {
    id: null,
    revision: null,
    need: {
      schoolId,
      textbookId,
      copies,
      substitutes: true,
      priority: 'usual',
      since: context.today(),
      until: null,
      state: 'open',
      note,
    },
  })
}
