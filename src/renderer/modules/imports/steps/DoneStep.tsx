import { Button, Text } from '@mantine/core'
import type { ImportRun } from '@shared/contract/imports'
import { counted } from '@shared/domain/text/plural'
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react'
import { placeOfSection } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import stages from '../../../components/stages.module.css'
import classes from '../Imports.module.css'
import { specOf } from '../model/lists'
import { beginImport, type ImportSession, undoImport } from '../model/session'
import { Waiting } from './Waiting'

/** Fourth step: what was loaded, and the way back. */
export function DoneStep({ session, run }: { session: ImportSession; run: ImportRun }) {
  const go = useGo()
  const spec = specOf(run.list)
  const place = spec === null ? null : placeOfSection(spec.name)
  if (session.busy === 'undoing') return <Waiting title={null} text="Возвращаем данные, какими они были…" />
  const again = () => beginImport(run.list)
  return (
    <section className={stages.middle} aria-label="Готово">
      {session.isUndone ? (
        <IconArrowBackUp size={44} stroke={1.3} aria-hidden />
      ) : (
        <IconCircleCheck size={44} stroke={1.3} className={classes.good} aria-hidden />
      )}
      <div role="status">
        <h2>{session.isUndone ? 'Импорт отменён: данные такие, какими были до него' : 'Файл загружен'}</h2>
      </div>
      {!session.isUndone && session.result !== null && (
        <Text maw={560} ta="center">
          {resultText(session)}
        </Text>
      )}
      <div className={stages.buttons}>
        {place !== null && <Button onClick={() => go(place)}>{`Открыть список «${spec?.title ?? ''}»`}</Button>}
        {!session.isUndone && (
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            onClick={() => void undoImport()}
          >
            Отменить импорт
          </Button>
        )}
        <Button variant="default" onClick={again}>
          Загрузить ещё один файл
        </Button>
        <Button variant="subtle" onClick={() => go('/imports')}>
          Все загрузки
        </Button>
      </div>
      {!session.isUndone && (
        <Text size="sm" c="dimmed" maw={560} ta="center">
          Отменить импорт можно и потом, на странице «Загрузки из Excel», пока загруженные записи никто не менял.
        </Text>
      )}
    </section>
  )
}

function resultText({ result }: ImportSession): string {
  if (result === null) return ''
  const rows = ['строка', 'строки', 'строк'] as const
  const parts = [
    `добавлено — ${counted(result.added, rows)}`,
    `изменено — ${counted(result.changed, rows)}`,
    ...(result.unchanged > 0 ? [`без изменений — ${counted(result.unchanged, rows)}`] : []),
    ...(result.left > 0 ? [`не загружено — ${counted(result.left, rows)}`] : []),
  ]
  const text = parts.join(', ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}
