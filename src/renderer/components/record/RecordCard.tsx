import type { ReactNode } from 'react'
import { RecordPanel, type RecordPanelProps } from '../RecordPanel'
import { RemoveButton } from '../RemoveButton'
import { RecordBanner } from './RecordBanner'
import type { RecordForm } from './useRecordForm'

export interface RecordCardProps<T> extends Pick<RecordPanelProps, 'title' | 'subtitle' | 'tabs' | 'onClose'> {
  /** Kind of record in the journal: `school`. */
  record: string
  form: RecordForm<T>
  /** False: this one is not to be removed. */
  removal: Removal | false
  /** What else is done with the whole record. */
  actions?: ReactNode
}

export interface Removal {
  /** «Удалить школу». */
  label: string
  /** «Удалить школу «МБОУ СОШ № 3»?» */
  question: string
  /** What goes with it, and that it can be brought back. */
  detail: string
  remove: (id: number) => Promise<unknown>
}

/** A form as a card beside its list: what it has to say, its history, its removal. Nothing that is not kept yet has the latter two. */
export function RecordCard<T>({ record, form, removal, actions, ...panel }: RecordCardProps<T>) {
  const { id } = form
  return (
    <RecordPanel
      {...panel}
      history={id === null ? null : { record, id }}
      onBlur={form.onBlur}
      banner={<RecordBanner form={form} forceLabel={id === null ? 'Всё равно добавить' : 'Всё равно записать'} />}
      actions={
        id !== null && (
          <>
            {actions}
            {removal && (
              <RemoveButton
                label={removal.label}
                question={removal.question}
                detail={removal.detail}
                onRemove={async () => {
                  await removal.remove(id)
                  panel.onClose()
                }}
              />
            )}
          </>
        )
      }
    />
  )
}
