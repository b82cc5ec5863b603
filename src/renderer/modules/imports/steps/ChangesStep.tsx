import { Button, Tabs, Text } from '@mantine/core'
import type { ImportCounts, ImportRun } from '@shared/contract/imports'
import type { ListSpec } from '@shared/contract/lists'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ActionBar } from '../../../components/ActionBar'
import stages from '../../../components/stages.module.css'
import classes from '../Imports.module.css'
import { specOf } from '../model/lists'
import { apply, backTo, beginImport, choose, type ImportSession, readAgain } from '../model/session'
import { ChangesList } from './ChangesList'
import { FplChoice } from './FplChoice'
import { Waiting } from './Waiting'

type Kind = keyof ImportCounts

/** What needs her comes first. */
const tabs: readonly { kind: Kind; title: string; about: string }[] = [
  { kind: 'fault', title: 'Ошибки', about: 'Эти строки загрузить нельзя, пока ошибки не исправлены в файле.' },
  {
    kind: 'conflict',
    title: 'Расхождения',
    about: 'Эти строки менялись и в файле, и в программе. Выберите, чьё значение оставить.',
  },
  { kind: 'changed', title: 'Изменятся', about: 'В этих строках файл отличается от программы.' },
  { kind: 'new', title: 'Новые', about: 'Этих строк в программе ещё нет — они будут добавлены.' },
  { kind: 'unchanged', title: 'Без изменений', about: 'Эти строки в файле и в программе одинаковы.' },
  { kind: 'skipped', title: 'Пропущены', about: 'Эти строки файла не загружаются; причина указана у каждой.' },
]

/** Third step: what the file would change, before anything is changed. */
export function ChangesStep({ session, run }: { session: ImportSession; run: ImportRun }) {
  const spec = specOf(run.list)
  const { counts } = run
  const shown = tabs.filter(({ kind }) => counts[kind] > 0)
  const [chosen, setChosen] = useState<Kind | null>(null)
  const active = shown.find(({ kind }) => kind === chosen) ?? shown[0]
  const isUndecided = session.error?.code === 'import-conflicts'
  // What stops the loading is shown at once.
  useEffect(() => {
    if (isUndecided) setChosen('conflict')
  }, [isUndecided])
  if (session.busy === 'reading') return <Waiting title="Чтение файла" text="Читаем файл снова…" />
  if (session.busy === 'comparing') {
    return <Waiting title="Сравнение файла с данными" text="Сравниваем файл с данными…" />
  }
  if (session.busy === 'applying') return <Waiting title={null} text="Записываем изменения…" />
  if (spec === null) return null
  return (
    <>
      <section className={classes.changes} aria-label="Что изменится">
        <p className={classes.summary} role="status">
          {summary(spec, run)}
        </p>
        {run.list === 'textbooks' && <FplChoice session={session} run={run} />}
        {active !== undefined && (
          <Tabs
            value={active.kind}
            onChange={(kind) => setChosen(kind as Kind)}
            classNames={{ root: classes.tabs ?? '' }}
          >
            <Tabs.List aria-label="Строки файла">
              {shown.map(({ kind, title }) => (
                <Tabs.Tab key={kind} value={kind} data-kind={kind} className={classes.tab}>
                  {title} <span className={classes.count}>{formatNumber(counts[kind])}</span>
                </Tabs.Tab>
              ))}
            </Tabs.List>
            <Tabs.Panel value={active.kind} className={classes.panel}>
              <div className={classes.about}>
                <Text size="sm">{active.about}</Text>
                {active.kind === 'conflict' && <AllConflicts />}
              </div>
              <ChangesList key={`${run.id}:${active.kind}`} spec={spec} runId={run.id} kind={active.kind} />
            </Tabs.Panel>
          </Tabs>
        )}
      </section>
      <Actions session={session} run={run} />
    </>
  )
}

function AllConflicts() {
  return (
    <div className={stages.buttons}>
      <Button size="compact-sm" variant="default" onClick={() => void choose(null, 'data')}>
        Везде оставить как в программе
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => void choose(null, 'file')}>
        Везде взять из файла
      </Button>
    </div>
  )
}

function Actions({ session, run }: { session: ImportSession; run: ImportRun }) {
  const router = useRouter()
  const { counts } = run
  const toWrite = counts.new + counts.changed + counts.conflict
  const isNothing = toWrite === 0 && session.fpl === null
  const isFromFile = session.inspection !== null
  const leave = () => {
    beginImport(null)
    router.history.push('/imports')
  }
  return (
    <ActionBar
      back={
        isFromFile
          ? { label: 'Назад к столбцам', run: () => backTo('columns') }
          : { label: 'К загрузкам', run: () => router.history.push('/imports') }
      }
      next={
        isNothing
          ? { label: 'Закончить', run: leave }
          : {
              label:
                session.fpl !== null
                  ? 'Обновить перечень'
                  : counts.fault > 0
                    ? `Загрузить без ошибочных строк (${formatNumber(toWrite)})`
                    : `Загрузить ${counted(toWrite, ['строку', 'строки', 'строк'])}`,
              run: () => void apply(counts.fault > 0),
            }
      }
    >
      {isFromFile && (
        <Button variant="default" onClick={() => void readAgain()}>
          Прочитать файл снова
        </Button>
      )}
      {!isNothing && (
        <Button variant="default" onClick={leave}>
          Не загружать
        </Button>
      )}
    </ActionBar>
  )
}

function summary(spec: ListSpec, { counts, file, sheet }: ImportRun): string {
  const where = `Файл «${file}», лист «${sheet}».`
  const parts = [
    ...(counts.new > 0 ? [`${counts.new === 1 ? 'добавится' : 'добавятся'} ${counted(counts.new, spec.nouns)}`] : []),
    ...(counts.changed > 0
      ? [`${counts.changed === 1 ? 'изменится' : 'изменятся'} ${counted(counts.changed, spec.nouns)}`]
      : []),
  ]
  const said = parts.join(', ')
  const sentence =
    said === '' && counts.conflict === 0
      ? counts.fault > 0
        ? 'Без исправлений загружать нечего.'
        : 'Отличий от данных в программе нет: загружать нечего.'
      : said === ''
        ? ''
        : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
  const conflicts =
    counts.conflict > 0
      ? `${counted(counts.conflict, ['строка менялась', 'строки менялись', 'строк менялись'])} и в файле, и в программе.`
      : ''
  const faults = counts.fault > 0 ? `С ошибками — ${counted(counts.fault, ['строка', 'строки', 'строк'])}.` : ''
  return [where, sentence, conflicts, faults].filter(Boolean).join(' ')
}
