import type { LoadedRecord, RecordStart } from './RecordLoader'

/** The editor of one record, as a list opens it beside itself. */
export interface EditorProps {
  /** Null: one to be made. */
  id: number | null
  onCreated: (id: number) => void
  onClose: () => void
}

/** The form in it, once the record is here. */
export interface EditorFormProps<T> extends Omit<EditorProps, 'id'> {
  start: RecordStart<T>
  loaded: LoadedRecord<T> | undefined
}
