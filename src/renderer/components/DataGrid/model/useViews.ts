import type { View, ViewState } from '@shared/contract/grid'
import type { ListSpec } from '@shared/contract/lists'
import type { AppError } from '@shared/errors'
import { useEffect, useRef, useState } from 'react'
import { useCall, useCommand } from '../../../app/queries'
import { remember, remembered } from './remembered'
import type { ListState } from './useListState'

export interface Views {
  all: readonly View[]
  /** Null: the list's own look. */
  current: View | null
  /** The list is no longer looked at as the view has it. */
  isChanged: boolean
  choose: (view: View | null) => void
  save: () => Promise<void>
  /** Both refuse a name already taken; the sentence goes to `onRefused`. */
  saveAs: (name: string) => Promise<void>
  rename: (name: string) => Promise<void>
  remove: () => Promise<void>
}

/** Saved views of a list, and the one it is looked at in. */
export function useViews(spec: ListSpec, list: ListState, onRefused: (sentence: string) => void): Views {
  const answer = useCall('views.list', { list: spec.name })
  const [id, setId] = useState<number | null>(() => (list.isFromLink ? null : remembered(spec.name).view))
  const onError = (error: AppError) => {
    if (error.path !== 'name') return false
    onRefused(error.message)
    return true
  }
  const saving = useCommand('views.save', { success: 'Вид сохранён.', onError })
  const removing = useCommand('views.remove', { success: 'Вид удалён.' })
  const all = answer.data ?? []
  const current = all.find((view) => view.id === id) ?? null

  const use = (next: number | null) => {
    setId(next)
    remember(spec.name, { view: next })
  }
  // Columns, order and groups are remembered as they were left; conditions come back only with the view that has them.
  const isSetUp = useRef(list.isFromLink)
  const { apply } = list
  useEffect(() => {
    if (!answer.data || isSetUp.current) return
    isSetUp.current = true
    if (current) apply({ filters: current.state.filters, search: current.state.search })
  }, [answer.data, current, apply])

  const save = async (view: { id: number | null; name: string; state: ViewState }) => {
    const saved = await saving.run({ ...view, list: spec.name })
    use(saved.id)
  }
  return {
    all,
    current,
    isChanged: current !== null && !isSameView(current.state, list.view),
    choose: (view) => {
      if (view) list.apply(view.state)
      else list.reset()
      use(view?.id ?? null)
    },
    save: async () => {
      if (current) await save({ id: current.id, name: current.name, state: list.view })
    },
    saveAs: (name) => save({ id: null, name, state: list.view }),
    rename: async (name) => {
      if (current) await save({ id: current.id, name, state: current.state })
    },
    remove: async () => {
      if (!current) return
      await removing.run({ id: current.id })
      use(null)
    },
  }
}

/** Conditions stand in no order. */
export function isSameView(a: ViewState, b: ViewState): boolean {
  return comparable(a) === comparable(b)
}

function comparable({ columns, pinned, sort, filters, search, group }: ViewState): string {
  const conditions = filters.map((filter) => JSON.stringify(Object.entries(filter).sort())).sort()
  const widths = columns.map(({ key, width }) => [key, width])
  const order = sort.map(({ column, desc }) => [column, desc])
  return JSON.stringify([widths, pinned, order, conditions, search, group])
}
