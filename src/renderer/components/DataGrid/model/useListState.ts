import { useDebouncedValue } from '@mantine/hooks'
import type { ViewState } from '@shared/contract/grid'
import type { Filter, ListSpec } from '@shared/contract/lists'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useSchoolYear } from '../../../app/schoolYear'
import { useListAddress } from '../address'
import type { ListAddress } from '../link'
import { type Filters, filtersOf } from './filters'
import { remembered } from './remembered'
import type { ListBase } from './rows'
import { useColumns } from './useColumns'

export type ListState = ReturnType<typeof useListState>

/** A question whose rows are to be shown and no others. */
export interface AskedRows {
  /** Null: of all years. */
  schoolYear: string | null
  on: string | null
  filters: readonly Filter[]
}

interface Start {
  asked?: AskedRows | undefined
  schoolYear?: string | null | undefined
  initialFilters?: readonly Filter[] | undefined
  fixed?: readonly Filter[] | undefined
}

/** How a list is looked at: columns, order, conditions, words searched, groups; and the query that follows from it. */
export function useListState(spec: ListSpec, start: Start) {
  const year = useSchoolYear()
  const { setSchoolYear } = year
  const address = useListAddress()
  const columns = useColumns(spec)
  const [typed, setTyped] = useState(address?.search ?? '')
  const [search] = useDebouncedValue(typed, 150)
  const [filters, setFilters] = useState<Filters>(() =>
    knownFilters(spec, address?.filters ?? start.initialFilters ?? []),
  )
  const [group, setGroup] = useState<string | null>(() =>
    start.asked ? null : knownColumn(spec, startGroup(spec, address)),
  )
  const [isAllYears, setAllYears] = useState(address?.allYears ?? false)

  const [day, setDay] = useState<string | null>(address?.on ?? null)
  const on = start.asked ? start.asked.on : spec.onDay ? day : null
  const wanted = start.asked ? start.asked.schoolYear : start.schoolYear
  const ownYear = wanted === undefined ? year.schoolYear : wanted
  const schoolYear = spec.schoolYear === 'none' || isAllYears ? null : ownYear
  const { sort } = columns.state
  const fixed = JSON.stringify(start.asked?.filters ?? start.fixed ?? [])
  const base = useMemo<ListBase>(() => {
    const always = JSON.parse(fixed) as Filter[]
    return {
      schoolYear,
      ...(on === null ? {} : { on }),
      search: search.trim(),
      filters: [...always, ...Object.values(filters)],
      sort,
      group,
    }
  }, [schoolYear, on, search, filters, fixed, sort, group])
  const setFilter = useCallback((column: string, filter: Filter | null) => {
    setFilters((now) => {
      const { [column]: _dropped, ...rest } = now
      return filter === null ? rest : { ...rest, [column]: filter }
    })
  }, [])
  const applyColumns = columns.apply
  /** Sets up what is named and leaves the rest. */
  const apply = useCallback(
    (view: Partial<ViewState>) => {
      applyColumns(view)
      if (view.search !== undefined) setTyped(view.search)
      if (view.filters !== undefined) setFilters(knownFilters(spec, view.filters))
      if (view.group !== undefined) setGroup(knownColumn(spec, view.group))
    },
    [spec, applyColumns],
  )
  useEffect(() => {
    if (address === null) return
    const { allYears, on: dayAsked, schoolYear: yearAsked, filters: found, sort: order, ...rest } = address
    apply({ ...rest, ...(found ? { filters: [...found] } : {}), ...(order ? { sort: [...order] } : {}) })
    setAllYears(allYears ?? false)
    setDay(dayAsked ?? null)
    if (yearAsked !== undefined) setSchoolYear(yearAsked)
  }, [address, apply, setSchoolYear])

  const view = useMemo<ViewState>(
    () => ({ ...columns.state, filters: Object.values(filters), search: search.trim(), group }),
    [columns.state, filters, search, group],
  )
  return useMemo(
    () => ({
      columns,
      base,
      view,
      typed,
      setTyped,
      filters,
      setFilter,
      group,
      setGroup,
      /** The list shows all years though the switch on top names one. */
      isAllYears: isAllYears && spec.schoolYear !== 'none',
      showOneYear: () => setAllYears(false),
      /** The day of the past the list is of; null: now, or as the switch on top says. */
      on,
      setOn: setDay,
      apply,
      isFiltered: base.search !== '' || Object.keys(filters).length > 0,
      clearFilters: () => {
        setAllYears(false)
        setDay(null)
        setTyped('')
        setFilters({})
      },
      reset: () => {
        setDay(null)
        columns.reset()
        setTyped('')
        setFilters({})
        setGroup(null)
      },
      /** A link has set the list up: no saved view does. */
      isFromLink: address !== null || start.asked !== undefined,
    }),
    [spec, columns, base, view, typed, filters, setFilter, group, isAllYears, on, apply, address, start.asked],
  )
}

function startGroup(spec: ListSpec, address: ListAddress | null): string | null {
  return address?.group === undefined ? remembered(spec.name).group : address.group
}

function knownColumn(spec: ListSpec, key: string | null): string | null {
  return spec.columns.some((column) => column.key === key) ? key : null
}

/** A view or a link may be older than the list's columns. */
function knownFilters(spec: ListSpec, filters: readonly Filter[]): Filters {
  return filtersOf(filters.filter((filter) => knownColumn(spec, filter.column) !== null))
}
