import { ActionIcon, Menu } from '@mantine/core'
import { type AttendanceEntry, attendanceStates } from '@shared/contract/meetings'
import { quorum } from '@shared/domain/quorum'
import { IconCircleMinus, IconDotsVertical, IconSquare, IconSquareCheckFilled, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import { filterRoster, presenceOf, setState, toggled } from '../../model/attendance'
import { fieldOf } from '../../model/fields'
import { useEditor } from '../EditorContext'
import { RemarksAt } from '../lines/Remarks'
import { AddAttendee } from './AddAttendee'
import classes from './AttendanceView.module.css'

export interface RosterProps {
  roster: AttendanceEntry[]
  onChange: (roster: AttendanceEntry[]) => void
}

const icons = { present: IconSquareCheckFilled, absent: IconSquare, excused: IconCircleMinus } as const

/** The list of those expected. One row has the focus; Space, «у» and Delete work on it. */
export function Roster({ roster, onChange }: RosterProps) {
  const { readOnly } = useEditor()
  const box = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState('')
  const [current, setCurrent] = useState(0)
  const shown = filterRoster(roster, query)
  const index = Math.min(current, Math.max(0, shown.length - 1))
  const presence = presenceOf(roster)
  const state = quorum(presence.total, presence.present, presence.excused)

  const focusRow = (to: number) => {
    const next = Math.max(0, Math.min(shown.length - 1, to))
    setCurrent(next)
    box.current?.querySelectorAll<HTMLElement>('[role="checkbox"]')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, entry: AttendanceEntry) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const act = rowKeys(event.key, readOnly)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    if (act === 'toggle') onChange(setState(roster, entry.uid, toggled(entry.state)))
    else if (act === 'excuse') onChange(setState(roster, entry.uid, 'excused'))
    else if (act === 'remove') onChange(roster.filter((one) => one.uid !== entry.uid))
    else focusRow(act === 'first' ? 0 : act === 'last' ? shown.length - 1 : index + act)
    if (act === 'toggle' || act === 'excuse') focusRow(index + (event.key === 'Enter' ? 1 : 0))
  }
  return (
    <>
      <div className={classes.summary} data-reached={state.reached} aria-live="polite">
        <span>{state.text}</span>
        {roster.length > 8 && (
          <input
            className={classes.filter}
            aria-label="Найти в списке присутствующих"
            placeholder="Найти: фамилия, школа"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
              event.preventDefault()
              focusRow(0)
            }}
          />
        )}
      </div>
      {!readOnly && roster.length > 0 && (
        <p className={classes.hint}>
          Пробел — присутствует или нет, Enter — то же и к следующему, «у» — по уважительной причине.
        </p>
      )}
      <RemarksAt field={fieldOf.attendance('roster')} />
      <div ref={box} className={classes.rows}>
        {shown.map((entry, at) => {
          const Icon = icons[entry.state]
          return (
            <div key={entry.uid} className={classes.row}>
              {/* biome-ignore lint/a11y/useSemanticElements: three states, and a row of a sheet rather than a box */}
              <div
                role="checkbox"
                aria-checked={entry.state === 'excused' ? 'mixed' : entry.state === 'present'}
                aria-label={`${entry.person.name}, ${entry.school}: ${attendanceStates[entry.state]}`}
                aria-readonly={readOnly}
                tabIndex={at === index ? 0 : -1}
                data-field={at === index ? fieldOf.attendance('roster') : undefined}
                data-state={entry.state}
                className={classes.entry}
                onFocus={() => setCurrent(at)}
                onClick={() => !readOnly && onChange(setState(roster, entry.uid, toggled(entry.state)))}
                onKeyDown={(event) => onKeyDown(event, entry)}
              >
                <span className={`${classes.mark} ${classes.state}`} data-state={entry.state}>
                  <Icon size={20} aria-hidden />
                </span>
                <span className={classes.name}>{entry.person.name}</span>
                <span className={classes.where}>
                  {[entry.school, entry.person.position].filter(Boolean).join(' · ')}
                </span>
                <span className={classes.state} data-state={entry.state}>
                  {attendanceStates[entry.state]}
                </span>
              </div>
              <RowMenu entry={entry} roster={roster} onChange={onChange} />
            </div>
          )
        })}
      </div>
      {!readOnly && <AddAttendee onAdd={(entry) => onChange([...roster, entry])} />}
    </>
  )
}

function rowKeys(key: string, readOnly: boolean): 'toggle' | 'excuse' | 'remove' | 'first' | 'last' | number | null {
  if (key === 'ArrowDown') return 1
  if (key === 'ArrowUp') return -1
  if (key === 'PageDown') return 10
  if (key === 'PageUp') return -10
  if (key === 'Home') return 'first'
  if (key === 'End') return 'last'
  if (readOnly) return null
  if (key === ' ' || key === 'Enter') return 'toggle'
  // «у» of the Russian layout sits on «e» of the Latin one.
  if (/^[уУeE]$/.test(key)) return 'excuse'
  return key === 'Delete' ? 'remove' : null
}

function RowMenu({ entry, roster, onChange }: RosterProps & { entry: AttendanceEntry }) {
  const { readOnly } = useEditor()
  if (readOnly) return <span />
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={28} tabIndex={-1} aria-label={`Действия: ${entry.person.name}`}>
          <IconDotsVertical size={15} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['present', 'absent', 'excused'] as const).map((state) => {
          const Icon = icons[state]
          return (
            <Menu.Item
              key={state}
              leftSection={<Icon size={16} aria-hidden />}
              disabled={entry.state === state}
              onClick={() => onChange(setState(roster, entry.uid, state))}
            >
              {attendanceStates[state]}
            </Menu.Item>
          )
        })}
        <Menu.Divider />
        <Menu.Item
          color="red"
          leftSection={<IconTrash size={16} aria-hidden />}
          onClick={() => onChange(roster.filter((one) => one.uid !== entry.uid))}
        >
          Убрать из списка
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
