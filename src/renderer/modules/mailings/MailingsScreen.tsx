import { Button, Group } from '@mantine/core'
import { type MailingKind, mailingList } from '@shared/contract/mailings'
import { IconAward, IconMail, IconMailForward } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import { MailingEditor } from './MailingEditor'
import { mailingTabs, mailingTabsLabel } from './tabs'

/** /letters — letters to schools and certificates of thanks. */
export function MailingsScreen() {
  const panel = useRecordPanel('/letters')
  const search: { kind?: unknown; event?: unknown } = useSearch({ strict: false })
  const asked: MailingKind = search.kind === 'certificate' ? 'certificate' : 'letter'
  const [kind, setKind] = useState<MailingKind | null>(null)
  const eventId = Number.isInteger(Number(search.event)) && Number(search.event) > 0 ? Number(search.event) : null
  const add = (next: MailingKind) => {
    setKind(next)
    panel.setOpen('new')
  }
  const buttons = (
    <Group gap={6}>
      <Button size="xs" leftSection={<IconMail size={16} aria-hidden />} onClick={() => add('letter')}>
        Написать письмо
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconAward size={16} aria-hidden />}
        onClick={() => add('certificate')}
      >
        Сделать благодарности
      </Button>
    </Group>
  )
  return (
    <ListAndPanel
      name="mailings"
      list={
        <ListTabs label={mailingTabsLabel} tabs={mailingTabs} here="/letters">
          <DataGrid
            spec={mailingList}
            {...panel.grid}
            toolbar={buttons}
            emptyState={
              <ListEmpty
                icon={IconMailForward}
                title="Писем в этом учебном году нет"
                text="Напишите один текст — программа сделает из него письма всем школам с обращением к каждому директору или благодарности победителям конкурса, на вашем бланке."
                action={buttons}
              />
            }
          />
        </ListTabs>
      }
      panel={
        panel.open === null ? null : (
          <MailingEditor
            key={panel.editorKey}
            id={panel.open === 'new' ? null : panel.open}
            kind={kind ?? asked}
            eventId={eventId}
            onCreated={panel.created}
            onClose={panel.close}
          />
        )
      }
    />
  )
}
