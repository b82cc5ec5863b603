import { parseDate } from '@shared/domain/dates'
import { AppError } from '@shared/errors'
import { type CliContext, dataDir, type Printed, usage, withStore } from '../context'
import { wholeNumber } from '../kinds'

export interface InitOptions {
  demo?: boolean
  municipality?: string
  region?: string
  association?: string
  today?: string
}

export async function init(context: CliContext, options: InitOptions): Promise<Printed> {
  const today = options.today === undefined ? null : parseDate(options.today)
  if (options.today !== undefined && today === null) throw usage(`--today: «${options.today}» — такой даты нет.`)
  return withStore(
    context,
    async ({ call }) => {
      await call('app.initialise', {
        mode: options.demo === true ? 'demo' : 'own',
        municipality: options.municipality ?? 'Мой район',
        region: options.region ?? '',
        association: options.association ?? '',
        today,
      })
      const { dataDir: dir, demo, counts } = await call('app.status', {})
      const filled = demo
        ? ` Пример района: школ ${counts.school ?? 0}, библиотекарей ${counts.librarian ?? 0}, заседаний ${counts.meeting ?? 0}.`
        : ''
      return { json: { dataDir: dir, demo, counts }, text: `Данные начаты в папке ${dir}.${filled}\n` }
    },
    { create: true },
  )
}

export async function check(context: CliContext): Promise<Printed> {
  return withStore(context, async ({ call }) => {
    const verdict = await call('app.check', {})
    if (verdict.ok) return { json: verdict, text: 'Проверка прошла: ошибок нет.\n' }
    return {
      json: verdict,
      text: verdict.problems.map((problem) => `– ${problem.text} [${problem.code}]\n`).join(''),
      finding: new AppError('database-damaged', `Проверка нашла ошибки: ${verdict.problems.length}.`),
    }
  })
}

export async function undoOrRedo(context: CliContext, which: 'undo' | 'redo'): Promise<Printed> {
  return withStore(context, async ({ call }) => {
    const step = await call(which === 'undo' ? 'history.undo' : 'history.redo', {})
    return { json: step, text: `${which === 'undo' ? 'Отменено' : 'Возвращено'}: ${step.title}\n` }
  })
}

export interface GenerateOptions {
  schools?: string
  librarians?: string
  titles?: string
  holdings?: string
  movements?: string
  surpluses?: string
  needs?: string
  seed?: string
}

export async function generate(context: CliContext, options: GenerateOptions): Promise<Printed> {
  const number = (value: string | undefined, name: string, fallback: number, most: number): number =>
    value === undefined ? fallback : wholeNumber(value, name, most)
  const input = {
    schools: number(options.schools, '--schools', 30, 5000),
    librarians: options.librarians === undefined ? null : wholeNumber(options.librarians, '--librarians', 1_000_000),
    titles: number(options.titles, '--titles', 0, 100_000),
    holdings: number(options.holdings, '--holdings', 0, 10_000_000),
    movements: options.movements === undefined ? null : wholeNumber(options.movements, '--movements', 20_000_000),
    surpluses: number(options.surpluses, '--surpluses', 0, 1_000_000),
    needs: number(options.needs, '--needs', 0, 1_000_000),
    seed: number(options.seed, '--seed', 1, 0xffffffff),
  }
  return withStore(
    context,
    async ({ call }) => {
      const made = await call('app.generate', input)
      const counts = Object.entries(madeNames).map(([key, name]) => `${name}: ${made.made[key] ?? 0}`)
      const notes = made.notKept.map((note) => `${note}\n`).join('')
      return {
        json: made,
        text: `Создан район для измерений в папке ${dataDir(context)}.\n${counts.join(', ')}.\n${notes}`,
      }
    },
    { create: true },
  )
}

const madeNames = {
  schools: 'школ',
  librarians: 'библиотекарей',
  associations: 'объединений',
  meetings: 'заседаний',
  decisions: 'решений',
  textbooks: 'учебников',
  holdings: 'остатков',
  movements: 'движений',
  surpluses: 'излишков',
  needs: 'потребностей',
} as const

/** JSON given on the command line, or standing on the input for `-`. */
export async function callByName(context: CliContext, name: string, options: { input?: string }): Promise<Printed> {
  const text = options.input === '-' ? await context.io.input() : (options.input ?? '{}')
  let input: unknown
  try {
    input = JSON.parse(text)
  } catch {
    throw usage('--input: это не JSON. Пример: --input \'{"id": 5}\'; «-» читает его со стандартного ввода.')
  }
  return withStore(context, async ({ callAny }) => {
    const answer = await callAny(name, input)
    return { json: answer, text: `${JSON.stringify(answer, null, 2)}\n` }
  })
}
