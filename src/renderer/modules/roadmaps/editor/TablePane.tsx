import { ActionIcon, Button, Group, SegmentedControl, Tooltip } from '@mantine/core'
import type { RoadmapItemState } from '@shared/contract/roadmaps'
import {
  IconArrowDown,
  IconArrowUp,
  IconCheck,
  IconGavel,
  IconIndentDecrease,
  IconIndentIncrease,
  IconPlus,
} from '@tabler/icons-react'
import { useMemo, useRef, useState } from 'react'
import { useFocusPanel } from '../../../components/ListAndPanel'
import { type KnownNames, sheetColumns } from '../model/cells'
import type { Candidate } from '../model/executors'
import { countsOf, filterNames, type StateFilter, shownLines } from '../model/filter'
import { linesOf } from '../model/lines'
import { RoadmapSheet, type SheetHandle } from '../sheet/RoadmapSheet'
import classes from './Editor.module.css'
import type { RoadmapEditing } from './useRoadmapEditing'

export interface TablePaneProps {
  editing: RoadmapEditing
  states: ReadonlyMap<string, RoadmapItemState>
  known: KnownNames
  people: readonly Candidate[]
  openUid: string | null
  onOpen: (uid: string) => void
  onMark: (uids: readonly string[]) => void
  onDecide: (uids: readonly string[]) => void
}

/** The sheet with its buttons and its conditions. */
export function TablePane(props: TablePaneProps) {
  const { editing, states } = props
  const { roadmap } = editing
  const sheet = useRef<SheetHandle>(null)
  const focusPanel = useFocusPanel()
  const [filter, setFilter] = useState<StateFilter>('all')
  const all = useMemo(() => linesOf(roadmap), [roadmap])
  const lines = useMemo(() => shownLines(all, states, filter), [all, states, filter])
  const paperColumns = roadmap.columns
  const columns = useMemo(() => sheetColumns({ columns: paperColumns }), [paperColumns])
  const counts = useMemo(() => countsOf(all, states), [all, states])
  // A button gives the keyboard back to the rows it was pressed for.
  const tool = (run: (handle: SheetHandle) => void) => () => {
    if (!sheet.current) return
    sheet.current.focus()
    run(sheet.current)
  }
  const onMarked = (run: (uids: readonly string[]) => void) => () => {
    const uids = sheet.current?.marked() ?? []
    if (uids.length > 0) run(uids)
  }
  return (
    <div className={classes.table}>
      <div className={classes.tools} role="toolbar" aria-label="Строки">
        <Group gap={4} wrap="nowrap">
          {(['item', 'part', 'section'] as const).map((what) => (
            <Button
              key={what}
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              onClick={tool((handle) => handle.add(what))}
            >
              {added[what]}
            </Button>
          ))}
        </Group>
        <Group gap={2} wrap="nowrap">
          {moves.map(({ label, icon: Icon, run }) => (
            <Tooltip key={label} label={label}>
              <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} onClick={tool(run)}>
                <Icon size={17} aria-hidden />
              </ActionIcon>
            </Tooltip>
          ))}
        </Group>
        <SegmentedControl
          size="xs"
          aria-label="Какие пункты показать"
          data={(Object.keys(filterNames) as StateFilter[])
            .filter((value) => value !== 'cancelled' || counts.cancelled > 0 || filter === value)
            .map((value) => ({
              value,
              label: value === 'all' ? filterNames.all : `${filterNames[value]}: ${counts[value]}`,
            }))}
          value={filter}
          onChange={(next) => setFilter(next as StateFilter)}
        />
        <span className={classes.spring} />
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconCheck size={15} aria-hidden />}
          onClick={onMarked(props.onMark)}
        >
          Отметить…
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          className={classes.wideOnly}
          leftSection={<IconGavel size={15} aria-hidden />}
          onClick={onMarked(props.onDecide)}
        >
          Решения для заседания…
        </Button>
      </div>
      <div className={classes.sheet}>
        <RoadmapSheet
          handle={sheet}
          roadmap={roadmap}
          commit={editing.commit}
          lines={lines}
          columns={columns}
          isFiltered={filter !== 'all'}
          states={states}
          known={props.known}
          people={props.people}
          openUid={props.openUid}
          onOpen={(uid, isFocused) => {
            props.onOpen(uid)
            if (isFocused) focusPanel()
          }}
          rowActions={[
            { title: 'Отметить выполнение…', run: props.onMark },
            { title: 'Решения для заседания…', run: props.onDecide },
          ]}
        />
      </div>
    </div>
  )
}

const added = { item: 'Пункт', part: 'Подпункт', section: 'Раздел' } as const

const moves: readonly { label: string; icon: typeof IconArrowUp; run: (handle: SheetHandle) => void }[] = [
  { label: 'Переставить выше (Alt+↑)', icon: IconArrowUp, run: (handle) => handle.move(-1) },
  { label: 'Переставить ниже (Alt+↓)', icon: IconArrowDown, run: (handle) => handle.move(1) },
  {
    label: 'Выше уровнем: подпункт — пунктом (Alt+Shift+←)',
    icon: IconIndentDecrease,
    run: (handle) => handle.level('higher'),
  },
  {
    label: 'Глубже: пункт — подпунктом (Alt+Shift+→)',
    icon: IconIndentIncrease,
    run: (handle) => handle.level('deeper'),
  },
]
