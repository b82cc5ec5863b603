import { Button, Group, Menu } from '@mantine/core'
import { type TemplateKind, templateKinds, templateList } from '@shared/contract/templates'
import { capitalised } from '@shared/papers/text'
import { IconChevronDown, IconDownload, IconFileTypeDocx, IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../../app/api'
import { showError } from '../../../app/toasts'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { savePaper } from '../../../components/paper/files'
import { useRecordPanel } from '../../../components/record/useRecordPanel'
import { mailingTabs, mailingTabsLabel } from '../tabs'
import { type CheckedFile, CheckResult } from './CheckResult'
import { TemplatePanel } from './TemplatePanel'

/** /letters/templates — her own .docx with fields in braces. */
export function TemplatesScreen() {
  const panel = useRecordPanel('/letters/templates')
  const [checked, setChecked] = useState<CheckedFile | null>(null)
  const [checking, setChecking] = useState(false)
  const choose = async () => {
    try {
      const { files } = await call('shell.chooseFiles', {
        title: 'Бланк или шаблон из Word',
        extensions: ['docx', 'dotx'],
      })
      const [file] = files
      if (file === undefined) return
      setChecking(true)
      setChecked({ file, ...(await call('templates.check', { file })) })
    } catch (error) {
      showError(error)
    } finally {
      setChecking(false)
    }
  }
  const buttons = (
    <Group gap={6}>
      <Button
        size="xs"
        leftSection={<IconUpload size={16} aria-hidden />}
        loading={checking}
        onClick={() => void choose()}
      >
        Добавить шаблон из Word…
      </Button>
      <Menu position="bottom-start" withinPortal>
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            rightSection={<IconChevronDown size={14} aria-hidden />}
          >
            Скачать образец
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {(Object.keys(templateKinds) as TemplateKind[]).map((kind) => (
            <Menu.Item
              key={kind}
              onClick={() => void savePaper('templates.sample', { kind }, `Образец — ${templateKinds[kind]}`)}
            >
              {capitalised(templateKinds[kind])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
  return (
    <ListAndPanel
      name="templates"
      list={
        <ListTabs label={mailingTabsLabel} tabs={mailingTabs} here="/letters/templates">
          <DataGrid
            spec={templateList}
            {...panel.grid}
            toolbar={buttons}
            emptyState={
              <ListEmpty
                icon={IconFileTypeDocx}
                title="Своих бланков и шаблонов пока нет"
                text="Возьмите бланк управления в Word, поставьте там, где нужно, поля в фигурных скобках — {школа}, {директор}, {документ} — и добавьте файл. Или скачайте образец и переделайте его."
                action={buttons}
              />
            }
          />
        </ListTabs>
      }
      panel={
        checked !== null ? (
          <CheckResult
            key={checked.file}
            checked={checked}
            onAdded={(id) => {
              setChecked(null)
              panel.setOpen(id)
            }}
            onAgain={() => void choose()}
            onClose={() => setChecked(null)}
          />
        ) : typeof panel.open === 'number' ? (
          <TemplatePanel key={panel.editorKey} id={panel.open} onClose={panel.close} />
        ) : null
      }
    />
  )
}
