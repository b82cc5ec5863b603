import { Button, Group } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { textbookList } from '@shared/contract/textbooks'
import { formatIsbn, isbnFault } from '@shared/domain/isbn'
import { IconBook2, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../app/api'
import { useGo } from '../../app/navigation'
import { showDone, showError } from '../../app/toasts'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { IsbnSearch } from './IsbnSearch'
import { TextbookEditor } from './TextbookEditor'
import { textbookTabs } from './tabs'
import { useScanner } from './useScanner'

export function TextbooksScreen() {
  const panel = useRecordPanel('/textbooks')
  const go = useGo()
  // The number a new book begins with: it was scanned and is not in the catalogue.
  const [scanned, setScanned] = useState('')
  const addNew = (isbn: string) => {
    setScanned(isbn)
    panel.setOpen('new')
  }
  const find = async (text: string) => {
    const fault = isbnFault(text)
    if (fault !== null) {
      notifications.show({ color: 'yellow', title: `ISBN «${text.trim()}»`, message: `${sentence(fault)}.` })
      return
    }
    const isbn = formatIsbn(text)
    try {
      const [book] = await call('textbooks.find', { text: isbn, limit: 1 })
      if (book) panel.setOpen(book.id)
      else {
        showDone(`Учебника с ISBN ${isbn} в каталоге нет.`, { label: 'Добавить учебник', run: () => addNew(isbn) })
      }
    } catch (error) {
      showError(error)
    }
  }
  useScanner((isbn) => void find(isbn))
  const add = (
    <Button size="xs" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => addNew('')}>
      Добавить учебник
    </Button>
  )
  return (
    <ListAndPanel
      name="textbooks"
      list={
        <ListTabs label="Списки учебников" tabs={textbookTabs} here="/textbooks">
          <DataGrid
            spec={textbookList}
            {...panel.grid}
            rowTone={(row) => (row.usable === false || row.fplState === 'dropped' ? 'muted' : null)}
            toolbar={
              <Group gap={6} wrap="nowrap">
                <IsbnSearch onFind={(text) => void find(text)} />
                {add}
              </Group>
            }
            emptyState={
              <ListEmpty
                icon={IconBook2}
                title="Учебников пока нет"
                text="Загрузите федеральный перечень (ФПУ) из файла Excel: предметы возьмутся из его разделов. Отдельную книгу можно добавить и по одной."
                action={
                  <>
                    <Button size="xs" onClick={() => go('/imports/new?list=textbooks')}>
                      Загрузить перечень из Excel
                    </Button>
                    {add}
                  </>
                }
              />
            }
          />
        </ListTabs>
      }
      panel={
        panel.open === null ? null : (
          <TextbookEditor
            key={`${panel.editorKey}:${scanned}`}
            id={panel.open === 'new' ? null : panel.open}
            isbn={scanned}
            onCreated={panel.created}
            onClose={panel.close}
          />
        )
      }
    />
  )
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
