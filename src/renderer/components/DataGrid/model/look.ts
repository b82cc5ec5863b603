import type { ViewState } from '@shared/contract/grid'
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'

/** How the columns of a list stand: which, in what order, how wide, how many of the first stay in sight. */
export interface ColumnLook {
  /** Every column, also the hidden ones. */
  order: readonly string[]
  hidden: ReadonlySet<string>
  /** Pixels, where a person has set them. */
  widths: Readonly<Record<string, number>>
  pinned: number
}

/** As the list was made. */
export function ownLook(spec: ListSpec): ColumnLook {
  return {
    order: spec.columns.map((column) => column.key),
    hidden: new Set(spec.columns.filter((column) => column.hidden).map((column) => column.key)),
    widths: {},
    pinned: 0,
  }
}

/** Columns there are, in a remembered order; one the memory does not know stands behind its neighbour in the list. */
export function orderOf(spec: ListSpec, remembered: readonly string[]): string[] {
  const own = spec.columns.map((column) => column.key)
  const order = remembered.filter((key, index) => own.includes(key) && remembered.indexOf(key) === index)
  for (const [index, key] of own.entries()) {
    if (order.includes(key)) continue
    const before = own.slice(0, index).findLast((one) => order.includes(one))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, key)
  }
  return order
}

export function shownColumns(spec: ListSpec, look: ColumnLook): ColumnSpec[] {
  const byKey = new Map(spec.columns.map((column) => [column.key, column]))
  return look.order.flatMap((key) => {
    const column = byKey.get(key)
    return column && !look.hidden.has(key) ? [column] : []
  })
}

/** The order with one column put before another; null puts it last. */
export function movedBefore(order: readonly string[], key: string, before: string | null): string[] {
  if (key === before) return [...order]
  const rest = order.filter((one) => one !== key)
  rest.splice(before === null ? rest.length : rest.indexOf(before), 0, key)
  return rest
}

/** The order with a column moved past its shown neighbour; the same order at the edge. */
export function movedBy(look: ColumnLook, key: string, by: -1 | 1): string[] {
  const shown = look.order.filter((one) => !look.hidden.has(one))
  const neighbour = shown[shown.indexOf(key) + by]
  if (neighbour === undefined) return [...look.order]
  if (by === -1) return movedBefore(look.order, key, neighbour)
  const rest = look.order.filter((one) => one !== key)
  rest.splice(rest.indexOf(neighbour) + 1, 0, key)
  return rest
}

/** Columns as a saved view names them. */
export function lookOf(spec: ListSpec, view: Pick<ViewState, 'columns' | 'pinned'>): ColumnLook {
  const named = view.columns.filter((one) => spec.columns.some((column) => column.key === one.key))
  if (named.length === 0) return ownLook(spec)
  const keys = named.map((one) => one.key)
  return {
    order: [...keys, ...spec.columns.map((column) => column.key).filter((key) => !keys.includes(key))],
    hidden: new Set(spec.columns.map((column) => column.key).filter((key) => !keys.includes(key))),
    widths: Object.fromEntries(named.flatMap((one) => (one.width === null ? [] : [[one.key, one.width]]))),
    pinned: Math.min(view.pinned, keys.length),
  }
}

/** The same for a saved view. */
export function viewColumns(spec: ListSpec, look: ColumnLook): Pick<ViewState, 'columns' | 'pinned'> {
  return {
    columns: shownColumns(spec, look).map(({ key }) => ({ key, width: wholeWidth(look.widths[key]) })),
    pinned: look.pinned,
  }
}

function wholeWidth(width: number | undefined): number | null {
  return width === undefined ? null : Math.round(width)
}
