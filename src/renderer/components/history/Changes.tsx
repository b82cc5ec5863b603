import { ActionIcon, Button, Text, Tooltip } from '@mantine/core'
import type { HistoryChange, HistoryField } from '@shared/contract/history'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './Changes.module.css'

/** Of a step that touched many rows, how many are shown at first. */
const SHOWN = 6
const opWords = { added: 'добавлено', changed: 'изменено', removed: 'удалено' } as const

export interface ChangesProps {
  changes: readonly HistoryChange[]
  /** Puts one value back, or (`field` null) a removed row. Left out: nothing can be put back from here. */
  onRestore?: (change: HistoryChange, field: HistoryField | null) => void
  busy?: boolean
}

/** What one step did to a record: rows, their fields before and after. */
export function Changes({ changes, onRestore, busy }: ChangesProps) {
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? changes : changes.slice(0, SHOWN)
  return (
    <div className={classes.changes}>
      {shown.map((change) => (
        <div key={`${change.table}:${change.rowKey}`} className={classes.change}>
          <div className={classes.line}>
            <Text size="xs" fw={600} className={classes.words}>
              {change.what}
              {change.name === '' ? '' : ` «${change.name}»`}: {opWords[change.op]}
            </Text>
            {onRestore && change.canRestore && (
              <Back
                label={`Вернуть строку: ${change.what}${change.name === '' ? '' : ` «${change.name}»`}`}
                busy={busy}
                onClick={() => onRestore(change, null)}
              />
            )}
          </div>
          {change.fields.map((field) => (
            <div key={field.column} className={classes.line}>
              <Text size="xs" component="div" className={classes.words}>
                <span className={classes.name}>{field.title}: </span>
                <Values field={field} op={change.op} />
              </Text>
              {onRestore && field.canRestore && (
                <Back
                  label={`Вернуть это значение: ${field.title} — ${field.before === '' ? 'пусто' : field.before}`}
                  busy={busy}
                  onClick={() => onRestore(change, field)}
                />
              )}
            </div>
          ))}
        </div>
      ))}
      {changes.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          Показать ещё: {changes.length - shown.length}
        </Button>
      )}
    </div>
  )
}

function Values({ field, op }: { field: HistoryField; op: HistoryChange['op'] }) {
  if (op === 'added') return <ins className={classes.after}>{field.after}</ins>
  if (op === 'removed') return <del className={classes.before}>{field.before}</del>
  return (
    <>
      <del className={classes.before}>{field.before === '' ? 'пусто' : field.before}</del>
      <span aria-hidden> → </span>
      <ins className={classes.after}>{field.after === '' ? 'пусто' : field.after}</ins>
    </>
  )
}

function Back({ label, busy, onClick }: { label: string; busy: boolean | undefined; onClick: () => void }) {
  return (
    <Tooltip label={label} multiline maw={360}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={28}
        aria-label={label}
        disabled={busy}
        onClick={onClick}
        className={classes.back}
      >
        <IconArrowBackUp size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
