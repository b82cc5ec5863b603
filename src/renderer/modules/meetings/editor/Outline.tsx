import { ActionIcon, Tooltip } from '@mantine/core'
import { IconAlertTriangle, IconGavel, IconHandStop, IconMessage, IconPlus } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { addItem } from '../model/commands'
import { sameView, type View, viewOfField } from '../model/fields'
import { type OutlineEntry, outlineOf } from '../model/outline'
import { isMarked, type Remark } from '../model/remarks'
import { useEditor } from './EditorContext'
import classes from './Outline.module.css'

/** The left pane: the parts of the protocol. Ctrl+↑ and Ctrl+↓ walk it from anywhere. */
export function Outline({ remarks }: { remarks: readonly Remark[] }) {
  const editor = useEditor()
  const { meeting, readOnly } = editor
  const { items, general } = outlineOf(meeting)
  const marked = (view: View) =>
    remarks.filter((remark) => {
      const at = isMarked(remark) ? viewOfField(meeting, remark.field) : null
      return at !== null && sameView(at, view)
    }).length
  const entry = (view: View, title: ReactNode, content?: OutlineEntry) => (
    <Entry view={view} title={title} content={content} warnings={marked(view)} />
  )
  return (
    <nav className={classes.outline} aria-label="Части протокола">
      <ul className={classes.list}>
        {entry({ at: 'header' }, 'Шапка')}
        {entry({ at: 'attendance' }, 'Присутствующие')}
      </ul>
      <div className={classes.heading}>
        <span>Повестка дня</span>
        {!readOnly && (
          <Tooltip label="Новый вопрос (Ctrl+Shift+Enter)">
            <ActionIcon
              variant="subtle"
              color="gray"
              size={28}
              aria-label="Новый вопрос повестки"
              onClick={() => editor.apply(addItem)}
            >
              <IconPlus size={16} aria-hidden />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {items.length === 0 && <p className={classes.none}>Вопросов пока нет. Нажмите Ctrl+Shift+Enter.</p>}
      <ul className={classes.list}>
        {items.map((item) => (
          <Entry
            key={item.view.at === 'item' ? item.view.uid : ''}
            view={item.view}
            title={
              <>
                <span className={classes.number}>{item.number}</span>
                <span className={item.named ? classes.text : classes.unnamed}>{item.title}</span>
              </>
            }
            content={item}
            warnings={marked(item.view)}
          />
        ))}
      </ul>
      <ul className={classes.list}>{entry({ at: 'general' }, 'Без вопроса', general)}</ul>
    </nav>
  )
}

interface EntryProps {
  view: View
  title: ReactNode
  content?: OutlineEntry | undefined
  warnings: number
}

function Entry({ view, title, content, warnings }: EntryProps) {
  const editor = useEditor()
  return (
    <li>
      <button
        type="button"
        className={classes.entry}
        aria-current={sameView(view, editor.view) || undefined}
        onClick={() => editor.show(view)}
      >
        <span className={classes.title}>{title}</span>
        <span className={classes.marks}>
          {content && content.speeches > 0 && (
            <Mark icon={<IconMessage size={13} aria-hidden />} count={content.speeches} name="выступлений" />
          )}
          {content?.voted && <Mark icon={<IconHandStop size={13} aria-hidden />} name="голосовали" />}
          {content && content.decisions > 0 && (
            <Mark icon={<IconGavel size={13} aria-hidden />} count={content.decisions} name="решений" />
          )}
          {warnings > 0 && (
            <span className={classes.warning}>
              <IconAlertTriangle size={13} role="img" aria-label="замечаний" />
              {warnings}
            </span>
          )}
        </span>
      </button>
    </li>
  )
}

function Mark({ icon, count, name }: { icon: ReactNode; count?: number; name: string }) {
  return (
    <span className={classes.mark} title={count === undefined ? name : `${name}: ${count}`}>
      {icon}
      {count}
    </span>
  )
}
