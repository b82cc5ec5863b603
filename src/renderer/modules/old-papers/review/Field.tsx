import { Button } from '@mantine/core'
import type { PaperMark } from '@shared/contract/old-papers'
import { IconAlertTriangle, IconCheck, IconHelpCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Field.module.css'
import { useMarks, useReview } from './ReviewContext'

export interface FieldProps {
  /** As marks name it; further names of the same field after it. */
  path: string | readonly string[]
  /** Of the field, for «Верно»: «Дата заседания». */
  label: string
  children: ReactNode
  /** Takes one of the people or schools offered. */
  onChoose?: (choice: PaperMark['choices'][number]) => void
  className?: string | undefined
}

/** A field of the review: linked to its place in the original, marked where it is not sure. */
export function Field({ path, label, children, onChoose, className }: FieldProps) {
  const { light } = useReview()
  const { marks, warnings } = useMarks()
  const paths = typeof path === 'string' ? [path] : path
  const main = paths.find((one) => marks.has(one)) ?? paths[0] ?? ''
  const unsure = paths.flatMap((one) => {
    const mark = marks.get(one)
    return mark && !mark.sure ? [mark] : []
  })
  const told = paths.flatMap((one) => warnings.get(one) ?? [])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only shows where the field stands in the original
    <div
      className={className ? `${classes.field} ${className}` : classes.field}
      data-path={paths.join(' ')}
      data-unsure={unsure.length > 0 || undefined}
      onFocus={(event) => {
        event.stopPropagation()
        light(main, true)
      }}
      onMouseEnter={() => light(main, false)}
    >
      {children}
      {unsure.map((mark) => (
        <Unsure key={mark.path} mark={mark} label={label} onChoose={onChoose} />
      ))}
      {told.map((warning) => (
        <p key={`${warning.code}:${warning.text}`} className={classes.warning}>
          <IconAlertTriangle size={15} role="img" aria-label="Обратите внимание" />
          <span>{warning.text}</span>
        </p>
      ))}
    </div>
  )
}

/** «Проверьте.» is said once, before the note. */
const withoutAsking = (note: string): string => note.replace(/\s*Проверьте(?: их| его| её)?\.$/u, '')

interface UnsureProps {
  mark: PaperMark
  label: string
  onChoose: FieldProps['onChoose']
}

function Unsure({ mark, label, onChoose }: UnsureProps) {
  const { confirm } = useReview()
  return (
    <div className={classes.unsure}>
      <p className={classes.note}>
        <IconHelpCircle size={16} aria-hidden />
        <span>
          <b>Проверьте.</b> {withoutAsking(mark.note)}
        </span>
      </p>
      <div className={classes.choices}>
        {onChoose &&
          mark.choices.map((choice) => (
            <Button
              key={`${choice.librarianId}:${choice.schoolId}:${choice.text}`}
              size="compact-xs"
              variant="default"
              className={classes.choice}
              onClick={() => onChoose(choice)}
            >
              <span className={classes.choiceText}>
                {choice.text}
                {choice.detail !== '' && <small>{choice.detail}</small>}
              </span>
            </Button>
          ))}
        <Button
          size="compact-xs"
          variant="light"
          leftSection={<IconCheck size={14} aria-hidden />}
          aria-label={`${label}: верно`}
          title="F9"
          onClick={() => confirm(mark.path)}
        >
          {mark.choices.length > 0 && onChoose ? 'Оставить как написано' : 'Верно'}
        </Button>
      </div>
    </div>
  )
}
