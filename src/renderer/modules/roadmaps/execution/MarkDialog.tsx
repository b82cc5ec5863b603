import { Button, Group, Modal, Stack } from '@mantine/core'
import { type RoadmapMark, roadmapMarkStates } from '@shared/contract/roadmaps'
import { isRealDate, todayIso } from '@shared/domain/dates'
import { counted } from '@shared/domain/text/plural'
import { useState } from 'react'
import { call } from '../../../app/api'
import { undoLast } from '../../../app/queries'
import { errorSentence, showDone } from '../../../app/toasts'
import { DateField } from '../../../components/fields/DateField'
import { SelectField } from '../../../components/fields/SelectField'
import { TextAreaField } from '../../../components/fields/TextAreaField'
import { TextField } from '../../../components/fields/TextField'

type Mark = Omit<RoadmapMark, 'uid' | 'itemUid'>

/** The same mark on the chosen rows, beside those they have. */
export function MarkDialog({ id, uids, onClose }: { id: number; uids: readonly string[]; onClose: () => void }) {
  const [mark, setMark] = useState<Mark>({
    state: 'done',
    on: todayIso(new Date()),
    movedTo: null,
    evidence: '',
    note: '',
  })
  const [error, setError] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const set = (patch: Partial<Mark>) => setMark((now) => ({ ...now, ...patch }))
  const save = async () => {
    if (!isRealDate(mark.on)) return setError('Укажите день, когда выполнено: число, месяц и год.')
    setBusy(true)
    try {
      const { marked } = await call('roadmaps.markMany', { id, itemUids: [...uids], mark })
      onClose()
      showDone(`Отмечено: ${counted(marked, ['строка', 'строки', 'строк'])}`, {
        label: 'Отменить',
        run: () => void undoLast(),
      })
    } catch (failure) {
      setError(errorSentence(failure))
      setBusy(false)
    }
  }
  return (
    <Modal opened onClose={onClose} title={`Отметить: ${counted(uids.length, ['строка', 'строки', 'строк'])}`}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Stack gap="sm">
          <Group grow align="start">
            <SelectField
              label="Отметка"
              choices={roadmapMarkStates}
              value={mark.state}
              onChange={(state) => set({ state, ...(state === 'moved' ? {} : { movedTo: null }) })}
            />
            <DateField
              label="Дата"
              mandatory
              value={mark.on === '' ? null : mark.on}
              onChange={(on) => set({ on: on ?? '' })}
              error={error ?? undefined}
            />
          </Group>
          {mark.state === 'moved' && (
            <DateField label="Новый срок" value={mark.movedTo} onChange={(movedTo) => set({ movedTo })} />
          )}
          <TextField
            label="Подтверждение"
            placeholder="приказ, протокол, ссылка"
            value={mark.evidence}
            autoFocus
            onChange={(evidence) => set({ evidence })}
          />
          <TextAreaField label="Примечание" minRows={1} value={mark.note} onChange={(note) => set({ note })} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Не отмечать
            </Button>
            <Button type="submit" loading={busy}>
              Отметить
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
