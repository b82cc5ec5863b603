import { Alert, Button, Group } from '@mantine/core'
import type { ImportRun } from '@shared/contract/imports'
import { counted } from '@shared/domain/text/plural'
import { IconArrowBackUp, IconFileImport } from '@tabler/icons-react'
import { useGo } from '../../app/navigation'
import { useCall, useCommand } from '../../app/queries'
import { errorSentence, showDone } from '../../app/toasts'
import { formatMoment } from '../../components/format'
import { ListEmpty } from '../../components/ListEmpty'
import stages from '../../components/stages.module.css'
import classes from './Imports.module.css'
import { specOf } from './model/lists'
import { resume } from './model/session'

/** /imports — what was loaded from files, when, and the way back from each. */
export function ImportsPage() {
  const go = useGo()
  const runs = useCall('imports.list', {}, { fresh: true })
  const undo = useCommand('imports.undo')
  const drop = useCommand('imports.drop')
  const takeBack = async (run: ImportRun) => {
    const isDone = await undo.run({ id: run.id }).then(
      () => true,
      () => false,
    )
    if (isDone) showDone(`Импорт файла «${run.file}» отменён.`)
    await runs.refetch()
  }
  const forget = async (run: ImportRun) => {
    await drop.run({ id: run.id }).catch(() => undefined)
    await runs.refetch()
  }
  const takeUp = (run: ImportRun) => {
    resume(run)
    go('/imports/new')
  }
  const load = (
    <Button size="xs" leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => go('/imports/new')}>
      Загрузить из Excel
    </Button>
  )
  return (
    <div className={stages.page}>
      <header className={stages.head}>
        <h1>Загрузки из Excel</h1>
        <span className={classes.spring} />
        {runs.data && runs.data.length > 0 && load}
      </header>
      <section className={classes.body} aria-label="Загрузки">
        {runs.error && <Alert color="red">{errorSentence(runs.error)}</Alert>}
        {runs.data?.length === 0 && (
          <div className={classes.nothing}>
            <ListEmpty
              icon={IconFileImport}
              title="Файлов ещё не загружали"
              text="Школы, библиотекарей, контингент и другие списки можно загрузить из книги Excel. Здесь останется запись о каждой загрузке, и её можно будет отменить."
              action={load}
            />
          </div>
        )}
        {runs.data && runs.data.length > 0 && (
          <table className={classes.runs}>
            <thead>
              <tr>
                <th scope="col">Когда</th>
                <th scope="col">Файл</th>
                <th scope="col">Список</th>
                <th scope="col">Что сделано</th>
                <th scope="col">Состояние</th>
                <th aria-label="Действия" />
              </tr>
            </thead>
            <tbody>
              {runs.data.map((run) => (
                <tr key={run.id} data-state={run.state}>
                  <td>{formatMoment(run.appliedAt ?? run.preparedAt)}</td>
                  <td className={classes.path}>{run.file}</td>
                  <td>{specOf(run.list)?.title ?? run.list}</td>
                  <td>{whatWasDone(run)}</td>
                  <td>{states[run.state]}</td>
                  <td className={classes.runActions}>
                    {run.state === 'applied' && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        leftSection={<IconArrowBackUp size={14} aria-hidden />}
                        loading={undo.pending}
                        aria-label={`Отменить импорт файла «${run.file}» от ${formatMoment(run.appliedAt ?? run.preparedAt)}`}
                        onClick={() => void takeBack(run)}
                      >
                        Отменить импорт
                      </Button>
                    )}
                    {run.state === 'prepared' && (
                      <Group gap={4} wrap="nowrap" justify="flex-end">
                        <Button size="compact-xs" variant="subtle" onClick={() => takeUp(run)}>
                          Продолжить
                        </Button>
                        <Button size="compact-xs" variant="subtle" onClick={() => void forget(run)}>
                          Не загружать
                        </Button>
                      </Group>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
    </div>
  )
}

const states: Readonly<Record<ImportRun['state'], string>> = {
  prepared: 'не закончена',
  applied: 'загружена',
  undone: 'отменена',
}

function whatWasDone({ counts, state }: ImportRun): string {
  const rows = ['строка', 'строки', 'строк'] as const
  const verbs = state === 'prepared' ? ['добавится', 'изменится'] : ['добавлено', 'изменено']
  const changed = counts.changed + counts.conflict
  const parts = [
    ...(counts.new > 0 ? [`${verbs[0]} — ${counted(counts.new, rows)}`] : []),
    ...(changed > 0 ? [`${verbs[1]} — ${counted(changed, rows)}`] : []),
    ...(counts.fault > 0 ? [`с ошибками — ${counted(counts.fault, rows)}`] : []),
  ]
  return parts.length === 0 ? 'отличий не было' : parts.join(', ')
}
