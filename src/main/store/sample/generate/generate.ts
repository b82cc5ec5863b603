import type { Output, Parsed } from '@shared/contract'
import { AppError } from '@shared/errors'
import type { CommandContext } from '../../context'
import { defaultProfile } from '../../database/profile'
import { readSetting, writeSetting } from '../../database/settings'
import { makeTextbooks } from './books'
import { makeFund } from './fund'
import { makeHoldings } from './holdings'
import { inserter } from './insert'
import { makeManyLibrarians } from './many-people'
import { makeMeetings } from './meetings'
import { makeLibrarians, makeSchools } from './people'
import { seededRandom } from './random'

/**
 * A made district for measuring, in an empty folder only: among a real district's records nobody could tell it apart.
 * @throws AppError `already-initialised` where there are schools or people
 */
export function generateDistrict(context: CommandContext, input: Parsed<'app.generate'>): Output<'app.generate'> {
  const { raw } = context
  if (raw.prepare('SELECT 1 FROM school UNION ALL SELECT 1 FROM librarian LIMIT 1').get()) {
    throw new AppError(
      'already-initialised',
      'В этой папке уже есть школы или библиотекари. Район для измерений создаётся только в пустой папке: укажите другую.',
    )
  }
  context.describe(`школ ${input.schools}, зерно ${input.seed}`)
  const random = seededRandom(input.seed)
  const inserts = inserter(raw)
  const schoolIds = makeSchools(input.schools, random, inserts)
  const librarianIds = makeLibrarians(schoolIds, random, inserts)
  const meetings = makeMeetings(raw, schoolIds, random, inserts)
  const wanted = input.librarians ?? librarianIds.length
  // Numbers of their own: the rest of the district is the same however many people there are.
  const more = makeManyLibrarians(
    wanted - librarianIds.length,
    schoolIds,
    seededRandom(input.seed ^ 0x9e3779b9),
    inserts,
  )
  // Of their own numbers too.
  const bookRandom = seededRandom(input.seed ^ 0x51ed270b)
  const books = makeTextbooks(raw, input.titles, bookRandom, inserts)
  const ledger = makeHoldings(raw, input, schoolIds, books, bookRandom)
  const fund = makeFund(raw, input, schoolIds, books, bookRandom, inserts)
  if (readSetting(raw, 'initialised', null) === null) {
    writeSetting(raw, 'profile', { ...defaultProfile('2026-11-21'), municipality: 'Район для измерений' })
    writeSetting(raw, 'initialised', { mode: 'generated', at: context.now().toISOString() })
  }
  return {
    made: {
      schools: schoolIds.length,
      librarians: librarianIds.length + more,
      ...meetings,
      textbooks: books.length,
      ...ledger,
      ...fund,
    },
    notKept: notesOf(input, { ...ledger, ...fund }),
  }
}

/** Of what was asked for and could not be made: it has nothing to be of. */
function notesOf(input: Parsed<'app.generate'>, made: Readonly<Record<string, number>>): string[] {
  const asked = [
    ['holdings', 'Остатков', 'нужны школы и учебники: добавьте --schools и --titles'],
    ['surpluses', 'Излишков', 'их не больше, чем остатков с книгами: добавьте --holdings'],
    ['needs', 'Потребностей', 'нужны школы и учебники: добавьте --schools и --titles'],
  ] as const
  return asked.flatMap(([key, name, advice]) => {
    const count = made[key] ?? 0
    return count < input[key] ? [`${name} создано ${count} из ${input[key]}: ${advice}.`] : []
  })
}
