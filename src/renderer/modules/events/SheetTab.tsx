import { Checkbox, Group, SegmentedControl } from '@mantine/core'
import type { Event, EventSheetLayout } from '@shared/contract/events'
import { buildEventSheet } from '@shared/papers/event/participants'
import { useMemo, useState } from 'react'
import { useCall } from '../../app/queries'
import { printPaper, savePaper } from '../../components/paper/files'
import { Pages } from '../../components/paper/Pages'
import { PrintButtons } from '../../components/paper/PrintButtons'
import { WordButton } from '../../components/paper/WordButton'
import type { RecordForm } from '../../components/record/useRecordForm'
import classes from './Events.module.css'

const layouts = { list: 'Список участников', registration: 'Лист регистрации' } as const satisfies Record<
  EventSheetLayout,
  string
>

/** Who took part, as it will print. It shows what is stored; what is being typed is stored when this tab is opened. */
export function SheetTab({ id, form }: { id: number; form: RecordForm<Event> }) {
  const [layout, setLayout] = useState<EventSheetLayout>('list')
  const [signatures, setSignatures] = useState(false)
  const profile = useCall('profile.get', {})
  const record = useCall('events.get', { id })
  const people = useCall('events.people', { id })
  const paper = useMemo(
    () =>
      profile.data && record.data && people.data
        ? buildEventSheet(record.data.event, people.data, { profile: profile.data, layout, signatures })
        : null,
    [profile.data, record.data, people.data, layout, signatures],
  )
  const save = async (templateId: number | null) => {
    await form.autosave.flush()
    if (paper) await savePaper('papers.eventParticipants', { id, layout, signatures, templateId }, paper.title)
  }
  const print = async (to: 'printer' | 'pdf') => {
    await form.autosave.flush()
    if (paper) await printPaper(paper, to)
  }
  return (
    <>
      <Group gap="sm" mb="sm">
        <SegmentedControl
          size="xs"
          aria-label="Документ"
          data={(Object.keys(layouts) as EventSheetLayout[]).map((value) => ({ value, label: layouts[value] }))}
          value={layout}
          onChange={(next) => setLayout(next as EventSheetLayout)}
        />
        {layout === 'list' && (
          <Checkbox
            size="xs"
            label="Со столбцом для подписи"
            checked={signatures}
            onChange={(event) => setSignatures(event.currentTarget.checked)}
          />
        )}
      </Group>
      <Group gap={6} mb="md">
        <WordButton size="compact-md" disabled={!paper} onSave={(templateId) => void save(templateId)} />
        <PrintButtons disabled={!paper} onPrint={print} />
      </Group>
      {paper && (
        <div className={classes.sheet}>
          <Pages paper={paper} zoom="fit" />
        </div>
      )}
    </>
  )
}
