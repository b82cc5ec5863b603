import { Alert, Button, Group, Modal, Text } from '@mantine/core'
import type { Backup } from '@shared/contract/app'
import { IconDatabaseExport, IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { flushAll } from '../../app/flush'
import { useCall, useCommand } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { formatBytes, formatMoment } from '../../components/format'
import { FormSection } from '../../components/record/FormSection'
import classes from './SettingsScreen.module.css'

const reasons: Readonly<Record<Backup['reason'], string>> = {
  timer: 'по расписанию',
  start: 'при запуске',
  manual: 'вручную',
  'before-migration': 'перед обновлением',
  'before-restore': 'перед восстановлением',
  'before-import': 'перед загрузкой',
}
const SHOWN = 8

/** Copies are made and checked by themselves; here they are seen, made by hand and put back. */
export function BackupsSection() {
  const backups = useCall('backups.list', {})
  const make = useCommand('backups.make', { success: 'Резервная копия сделана и проверена.' })
  const saveAs = useCommand('shell.saveAs')
  const restore = useCommand('shell.restore')
  const [asked, setAsked] = useState<Backup | 'file' | null>(null)
  const [isWhole, setWhole] = useState(false)
  const list = backups.data ?? []

  const makeNow = async () => {
    await flushAll()
    await make.run({}).catch(() => undefined)
    await backups.refetch()
  }
  const putBack = async () => {
    const file = asked === 'file' || asked === null ? null : asked.file
    setAsked(null)
    await flushAll()
    await restore.run({ file }).catch(() => undefined)
  }
  return (
    <FormSection title="Резервные копии">
      <Group gap="xs" mb="sm">
        <Button
          size="xs"
          leftSection={<IconDatabaseExport size={16} aria-hidden />}
          loading={make.pending}
          onClick={() => void makeNow()}
        >
          Сделать копию
        </Button>
        <Button
          size="xs"
          variant="default"
          loading={saveAs.pending}
          onClick={() =>
            void saveAs
              .run({ job: 'backups.make', input: {}, suggestedName: 'Методист — копия данных', kind: 'sqlite' })
              .catch(() => undefined)
          }
        >
          Сохранить копию на флешку…
        </Button>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconHistory size={16} aria-hidden />}
          loading={restore.pending}
          onClick={() => setAsked('file')}
        >
          Восстановить из файла…
        </Button>
      </Group>
      {backups.error && <Alert color="red">{errorSentence(backups.error)}</Alert>}
      {backups.data && list.length === 0 && (
        <Text c="dimmed" size="sm">
          Копий ещё нет. Программа сделает первую сама.
        </Text>
      )}
      {list.length > 0 && (
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Сделана</th>
              <th scope="col">Как</th>
              <th scope="col" className={classes.right}>
                Размер
              </th>
              <th aria-label="Действия" />
            </tr>
          </thead>
          <tbody>
            {list.slice(0, isWhole ? undefined : SHOWN).map((backup) => (
              <tr key={backup.file}>
                <td>{formatMoment(backup.madeAt)}</td>
                <td>{reasons[backup.reason]}</td>
                <td className={classes.right}>{formatBytes(backup.bytes)}</td>
                <td className={classes.right}>
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={`Восстановить копию от ${formatMoment(backup.madeAt)}`}
                    onClick={() => setAsked(backup)}
                  >
                    Восстановить…
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {list.length > SHOWN && (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={() => setWhole((now) => !now)}>
          {isWhole ? 'Свернуть' : `Показать все: ${list.length}`}
        </Button>
      )}
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title="Восстановить данные из копии?">
        <Text>
          {asked !== null && asked !== 'file'
            ? `Данные станут такими, какими были ${formatMoment(asked.madeAt)}.`
            : 'Вы выберете файл копии, и данные станут такими, какими были в нём.'}{' '}
          То, что есть сейчас, сначала само сохранится как копия, поэтому вернуться можно.
        </Text>
        <Group justify="flex-end" mt="lg">
          <Button variant="default" onClick={() => setAsked(null)} data-autofocus>
            Не восстанавливать
          </Button>
          <Button onClick={() => void putBack()}>Восстановить</Button>
        </Group>
      </Modal>
    </FormSection>
  )
}
