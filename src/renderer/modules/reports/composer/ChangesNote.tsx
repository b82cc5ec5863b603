import { Button, Group, Menu } from '@mantine/core'
import type { SectionContent } from '@shared/contract/report-content'
import type { ReportPiece } from '@shared/contract/reports'
import type { FigureChange } from '@shared/papers/report/figures'
import { IconAlertTriangle, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import { acceptPiece, type PieceMark } from '../model/marks'
import { contextOf, type Replacement, replacementsOf } from '../model/replace'
import { replaceIn } from '../model/replace-step'
import type { Place } from '../model/steps'
import { useComposer } from './ComposerContext'
import classes from './Piece.module.css'

/** Numbers shown at once; the rest are one click away. */
const FIRST = 5

export interface ChangesNoteProps {
  place: Place
  piece: ReportPiece
  mark: PieceMark
  content: SectionContent | undefined
}

/** «С тех пор изменилось»: under a part or a text, what it was written by and what is true now. */
export function ChangesNote({ place, piece, mark, content }: ChangesNoteProps) {
  const { commit } = useComposer()
  const [all, setAll] = useState(false)
  const shown = all ? mark.changes : mark.changes.slice(0, FIRST)
  const isOwn = piece.part === ''
  return (
    <section className={classes.changes} aria-label="Изменившиеся числа">
      <p className={classes.changesTitle}>
        <IconAlertTriangle size={15} aria-hidden /> С тех пор изменилось:
      </p>
      <ul>
        {shown.map((change) => (
          <ChangeLine
            key={`${change.part}/${change.key}`}
            place={place}
            piece={piece}
            change={change}
            content={content}
          />
        ))}
      </ul>
      <Group gap={8}>
        {mark.changes.length > shown.length && (
          <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
            Показать все {mark.changes.length}
          </Button>
        )}
        {content && (
          <Button
            size="compact-xs"
            variant="default"
            title="Ctrl+Enter"
            onClick={() => commit(acceptPiece(place, content))}
          >
            {isOwn ? 'Понятно' : 'Принять'}
          </Button>
        )}
      </Group>
    </section>
  )
}

function ChangeLine({ place, piece, change, content }: Omit<ChangesNoteProps, 'mark'> & { change: FigureChange }) {
  const composer = useComposer()
  const { title, before, after, part, key } = change
  const found = piece.part === '' ? replacementsOf(piece.text, change, content) : []
  const replace = (one: Replacement) => composer.commit(replaceIn(place, one, change, content))
  const [first] = found
  return (
    <li>
      <span>
        {title}: было {before}, стало{' '}
        <button
          type="button"
          className={classes.figure}
          onClick={() => composer.trace({ section: place.section, part, key })}
        >
          {after}
        </button>
      </span>
      {first !== undefined && found.length === 1 && (
        <Button
          size="compact-xs"
          variant="light"
          title={`«${first.before}» → «${first.after}»`}
          onClick={() => replace(first)}
        >
          Заменить в тексте
        </Button>
      )}
      {found.length > 1 && (
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button size="compact-xs" variant="light" rightSection={<IconChevronDown size={13} aria-hidden />}>
              Заменить в тексте
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Label>Какое из них?</Menu.Label>
            {found.map((one) => (
              <Menu.Item key={one.from} onClick={() => replace(one)}>
                {contextOf(piece.text, one)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  )
}
