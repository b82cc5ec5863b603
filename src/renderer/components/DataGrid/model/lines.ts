import type { ListGroup } from '@shared/contract/grid'
import type { CellValue } from '@shared/contract/lists'

/**
 * The sheet's lines: rows of the list, or heads of groups between them. The cursor and the marked block are counted in
 * lines; the store is asked in rows. Without grouping a line is its row.
 */
export type Line = { kind: 'row'; row: number } | { kind: 'head'; group: LineGroup; isOpen: boolean }

export interface LineGroup extends Omit<ListGroup, 'value'> {
  /** Names the group among the others of its list, also after the list has changed. */
  key: string
  /** Undefined for the rest: values beyond those the store names one by one. */
  value: CellValue | undefined
  /** Index in the list of its first row. */
  first: number
}

/** Rows of the list that lie together: as `lists.ids` and `lists.sums` take them. */
export interface RowRun {
  from: number
  count: number
}

export interface Lines {
  count: number
  isGrouped: boolean
  /** Null beyond the end. */
  at: (line: number) => Line | null
  /** The row of the list on this line; null for the head of a group and beyond the end. */
  rowAt: (line: number) => number | null
  /** Where a row of the list stands; null when its group is closed. */
  lineOf: (row: number) => number | null
  /** Rows on lines from…to (both included); a closed group's rows are not among them. */
  runs: (from: number, to: number) => RowRun[]
}

/** Lines of a list that is not grouped. */
export function plainLines(rows: number): Lines {
  const has = (index: number) => Number.isInteger(index) && index >= 0 && index < rows
  return {
    count: rows,
    isGrouped: false,
    at: (line) => (has(line) ? { kind: 'row', row: line } : null),
    rowAt: (line) => (has(line) ? line : null),
    lineOf: (row) => (has(row) ? row : null),
    runs: (from, to) => {
      const start = Math.max(0, from)
      const end = Math.min(rows - 1, to)
      return start > end ? [] : [{ from: start, count: end - start + 1 }]
    },
  }
}

/** Groups as the store counted them, in the list's order; what it did not name is one last group, «the rest». */
export function lineGroups(found: { groups: readonly ListGroup[]; more: boolean }, rows: number): LineGroup[] {
  const groups: LineGroup[] = []
  let first = 0
  for (const group of found.groups) {
    groups.push({ ...group, key: JSON.stringify(group.value), first })
    first += group.count
  }
  if (found.more && rows > first) groups.push({ key: 'rest', value: undefined, first, count: rows - first, totals: {} })
  return groups
}

/** Lines of a grouped list: a head, then its rows unless it is closed. */
export function groupedLines(groups: readonly LineGroup[], isClosed: (group: LineGroup) => boolean): Lines {
  const closed = groups.map(isClosed)
  /** Line of each group's head, and one past the end. */
  const heads = [0]
  for (const [index, group] of groups.entries()) {
    heads.push((heads[index] ?? 0) + 1 + (closed[index] ? 0 : group.count))
  }
  const count = heads[groups.length] ?? 0
  const at = (line: number): Line | null => {
    if (!Number.isInteger(line) || line < 0 || line >= count) return null
    const index = lastAtMost(groups.length, line, (place) => heads[place] ?? 0)
    const group = groups[index]
    if (!group) return null
    const within = line - (heads[index] ?? 0)
    return within === 0
      ? { kind: 'head', group, isOpen: !closed[index] }
      : { kind: 'row', row: group.first + within - 1 }
  }
  const rowAt = (line: number): number | null => {
    const found = at(line)
    return found?.kind === 'row' ? found.row : null
  }
  return {
    count,
    isGrouped: true,
    at,
    rowAt,
    lineOf: (row) => {
      const index = lastAtMost(groups.length, row, (place) => groups[place]?.first ?? 0)
      const group = groups[index]
      if (!group || closed[index] || row < group.first || row >= group.first + group.count) return null
      return (heads[index] ?? 0) + 1 + row - group.first
    },
    runs: (from, to) => {
      const runs: RowRun[] = []
      let line = Math.max(0, from)
      const end = Math.min(count - 1, to)
      while (line <= end) {
        const index = lastAtMost(groups.length, line, (place) => heads[place] ?? 0)
        const group = groups[index]
        if (!group) break
        const head = heads[index] ?? 0
        const last = Math.min(end, (heads[index + 1] ?? count) - 1)
        const firstRowLine = Math.max(line, head + 1)
        if (firstRowLine <= last)
          addRun(runs, { from: group.first + firstRowLine - head - 1, count: last - firstRowLine + 1 })
        line = last + 1
      }
      return runs
    },
  }
}

/** Runs that touch become one. */
function addRun(runs: RowRun[], run: RowRun): void {
  const before = runs.at(-1)
  if (before && before.from + before.count === run.from) before.count += run.count
  else runs.push(run)
}

/** The last of `size` rising places whose value is at most `wanted`; 0 when none is. */
function lastAtMost(size: number, wanted: number, value: (place: number) => number): number {
  let low = 0
  let high = size - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (value(middle) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}
