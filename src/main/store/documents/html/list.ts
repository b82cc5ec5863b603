import type { Input } from '@shared/contract'
import type { ListGroup } from '@shared/contract/grid'
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import type { PrintListInput } from '@shared/contract/papers'
import { cellText } from '@shared/domain/cells/show-cell'
import { formatNumber } from '@shared/domain/text/plural'
import { AppError } from '@shared/errors'
import { standaloneHtml } from '@shared/papers/html'
import { PAPER_FONTS_URL } from '@shared/papers/html-css'
import { layOutList, pageHeight, rowHeight } from '@shared/papers/list/layout'
import { groupRow, listPaper, listRow, type PrintedList, rowTexts } from '@shared/papers/list/paper'
import type { Row } from '@shared/papers/model'
import type { JobContext } from '../../context'
import { inOneState, type ListRow, listWindow, WINDOW } from '../list-windows'

/** More lines than this nobody reads on paper, and no printer's patience lasts. */
export const MOST_LINES = 10_000

interface Part {
  group: ListGroup | null
  from: number
  count: number
}

/**
 * A list as the grid shows it, as HTML to be printed: the same columns, filter, order and groups; a closed group is its
 * head alone.
 * @throws AppError `invalid-input` for an unknown column, or more lines than are printed
 */
export async function listHtml(
  context: JobContext,
  spec: ListSpec,
  input: PrintListInput,
): Promise<{ html: string; rows: number; pages: number }> {
  const columns = input.columns.map(({ key }) => columnOf(spec, key))
  const { municipality } = await context.query('profile.get', {})
  return inOneState(context, async () => {
    const query: Input<'schools.list'> = { ...input.query, offset: 0, after: null, totals: true }
    const first = await listWindow(context, spec, query)
    const total = first.total ?? 0
    const by = input.query.group === null ? null : columnOf(spec, input.query.group)
    const parts = by === null ? [{ group: null, from: 0, count: total }] : await groupsOf(context, spec, by, input)
    const lines = parts.reduce((sum, part) => sum + part.count + (part.group ? 1 : 0), 0)
    if (lines > MOST_LINES) throw tooLong(spec, lines)

    const widths = input.columns.map(({ width }, index) => width ?? columns[index]?.width ?? 0)
    const layout = layOutList(columns, widths, longestOf(columns, first.totals, first.rows))
    const list: PrintedList = {
      spec,
      columns,
      layout,
      municipality,
      today: context.today(),
      schoolYear: input.query.schoolYear,
      on: input.query.on,
      search: input.query.search,
      filters: input.query.filters,
      total,
      totals: first.totals,
    }
    const printed: Row[] = []
    let height = 0
    for (const part of parts) {
      if (part.group && by) {
        printed.push(groupRow(list, by, part.group))
        height += rowHeight(layout, [])
      }
      for (let from = part.from; from < part.from + part.count; from += WINDOW) {
        const limit = Math.min(WINDOW, part.from + part.count - from)
        const { rows } =
          from === 0 && limit <= first.rows.length
            ? { rows: first.rows.slice(0, limit) }
            : await listWindow(context, spec, { ...query, offset: from, limit, totals: false })
        for (const values of rows) {
          const texts = rowTexts(columns, values)
          printed.push(listRow(columns, texts))
          height += rowHeight(layout, texts)
        }
        context.progress(printed.length, lines, `Подготовлено строк: ${formatNumber(printed.length)}`)
      }
    }
    const html = standaloneHtml(listPaper(list, printed), { fontsUrl: PAPER_FONTS_URL })
    return { html, rows: printed.length, pages: Math.max(1, Math.ceil((height + HEADING_MM) / pageHeight(layout))) }
  })
}

/** The title and what stands over the table. */
const HEADING_MM = 30

async function groupsOf(
  context: JobContext,
  spec: ListSpec,
  by: ColumnSpec,
  { query, closed }: PrintListInput,
): Promise<Part[]> {
  const { groups, more } = await context.query('lists.groups', {
    list: spec.name,
    query,
    by: by.key,
    limit: MOST_LINES,
  })
  if (more) throw tooLong(spec, null)
  const except = new Set(closed.except)
  let from = 0
  return groups.map((group) => {
    const isClosed = closed.all !== except.has(JSON.stringify(group.value))
    const part = { group, from, count: isClosed ? 0 : group.count }
    from += group.count
    return part
  })
}

/** The longest text of each column in the first rows, and its sum. */
function longestOf(
  columns: readonly ColumnSpec[],
  totals: Readonly<Record<string, number | null>>,
  rows: readonly ListRow[],
): number[] {
  return columns.map((column) => {
    const values = [column.total === 'sum' ? totals[column.key] : null, ...rows.map((row) => row[column.key])]
    return Math.max(...values.map((value) => cellText(column, value).length))
  })
}

function columnOf(spec: ListSpec, key: string): ColumnSpec {
  const column = spec.columns.find((one) => one.key === key)
  if (column) return column
  throw new AppError('invalid-input', `В списке «${spec.title}» нет столбца «${key}».`, 'columns')
}

function tooLong(spec: ListSpec, lines: number | null): AppError {
  const found = lines === null ? `больше ${formatNumber(MOST_LINES)}` : formatNumber(lines)
  return new AppError(
    'invalid-input',
    `В списке «${spec.title}» ${found} строк — на бумагу выводится не больше ${formatNumber(MOST_LINES)}. Отберите часть строк условием, сверните группы или выгрузите список в Excel.`,
    'query',
  )
}
