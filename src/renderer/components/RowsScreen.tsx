import type { ListSpec } from '@shared/contract/lists'
import { type ComponentType, useState } from 'react'
import { DataGrid } from './DataGrid/DataGrid'
import { ListAndPanel } from './ListAndPanel'
import { ListEmpty } from './ListEmpty'
import { type ListTab, ListTabs } from './ListTabs'
import type { EditorProps } from './record/editor'
import { useRecordPanel } from './record/useRecordPanel'

export interface RowsScreenProps {
  spec: ListSpec
  path: string
  /** The lists beside it, and what they are lists of. */
  tabs: readonly ListTab[]
  label: string
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  /** Where such rows come from, for an empty list. */
  emptyText: string
  /** Remembers the width of the panel under this name, as the list of the records themselves does. */
  panelName: string
  Editor: ComponentType<EditorProps>
}

/** Rows that stand inside records as a list of their own; a row opens the card it stands in. */
export function RowsScreen({ spec, path, tabs, label, icon, emptyText, panelName, Editor }: RowsScreenProps) {
  const panel = useRecordPanel(path)
  const [openedRow, setOpenedRow] = useState(0)
  return (
    <ListAndPanel
      name={panelName}
      list={
        <ListTabs label={label} tabs={tabs} here={path}>
          <DataGrid
            key={spec.name}
            spec={spec}
            onOpen={(row) => {
              setOpenedRow(row.id)
              panel.setOpen(Number(row[spec.recordKey ?? 'id']))
            }}
            openId={panel.open === null ? null : openedRow}
            emptyState={<ListEmpty icon={icon} title="Здесь пока пусто" text={emptyText} />}
          />
        </ListTabs>
      }
      panel={
        typeof panel.open === 'number' ? (
          <Editor key={panel.editorKey} id={panel.open} onCreated={panel.created} onClose={panel.close} />
        ) : null
      }
    />
  )
}
