import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import { ListAndPanel } from './ListAndPanel'
import type { EditorProps } from './record/editor'
import type { RecordPanelState } from './record/useRecordPanel'

export interface RecordsScreenProps {
  /** Remembers the width of the panel under this name. */
  name: string
  panel: RecordPanelState
  Editor: ComponentType<EditorProps>
  /** The list. */
  children: ReactNode
}

/** A list of records, and the card of the one opened from it, or of a new one. */
export function RecordsScreen({ name, panel, Editor, children }: RecordsScreenProps) {
  return (
    <ListAndPanel
      name={name}
      list={children}
      panel={
        panel.open === null ? null : (
          <Editor
            key={panel.editorKey}
            id={panel.open === 'new' ? null : panel.open}
            onCreated={panel.created}
            onClose={panel.close}
          />
        )
      }
    />
  )
}

/** Begins a new record: «Добавить школу». */
export function AddRecord({ panel, children }: { panel: RecordPanelState; children: ReactNode }) {
  return (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => panel.setOpen('new')}>
      {children}
    </Button>
  )
}
