import { attentionList } from '@shared/contract/staffing'
import { IconCircleCheck } from '@tabler/icons-react'
import { useState } from 'react'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { LibrarianEditor } from '../LibrarianEditor'
import { librarianTabs } from '../tabs'

/** /librarians/attention — who is due for what, the most overdue first; a row opens the person's card. */
export function AttentionScreen() {
  // Several rows are of one person: the row is marked, the panel shows the person.
  const [open, setOpen] = useState<{ row: number; librarian: number } | null>(null)
  return (
    <ListAndPanel
      name="librarians"
      list={
        <ListTabs label="Списки банка библиотекарей" tabs={librarianTabs} here="/librarians/attention">
          <DataGrid
            spec={attentionList}
            onOpen={(row) => setOpen({ row: row.id, librarian: Number(row.librarianId) })}
            openId={open?.row ?? null}
            rowTone={(row) => (row.state === 'overdue' ? 'danger' : null)}
            emptyState={
              <ListEmpty
                icon={IconCircleCheck}
                title="Всё в порядке"
                text="Здесь появятся истекающие категории, курсы и аттестация, срок которых подошёл, и незаполненные сведения: согласие, дата рождения, образование."
              />
            }
          />
        </ListTabs>
      }
      panel={
        open === null ? null : (
          <LibrarianEditor
            key={open.librarian}
            id={open.librarian}
            onCreated={() => undefined}
            onClose={() => setOpen(null)}
          />
        )
      }
    />
  )
}
