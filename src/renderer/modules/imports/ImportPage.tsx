import { Alert } from '@mantine/core'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { StepList } from '../../components/StepList'
import stages from '../../components/stages.module.css'
import { beginImport, readFile, type Step, useImportSession } from './model/session'
import { ChangesStep } from './steps/ChangesStep'
import { ColumnsStep } from './steps/ColumnsStep'
import { DoneStep } from './steps/DoneStep'
import { FileStep } from './steps/FileStep'

const steps: readonly { step: Step; title: string }[] = [
  { step: 'file', title: 'Файл' },
  { step: 'columns', title: 'Что в файле' },
  { step: 'changes', title: 'Что изменится' },
  { step: 'done', title: 'Готово' },
]

/** /imports/new — a file into a list, always in the same four steps. `?list=` names the list, `?file=` a dropped file. */
export function ImportPage() {
  const session = useImportSession()
  useStartFromAddress()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever works by keyboard goes on from the top of the new step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the reason
  useEffect(() => heading.current?.focus(), [session.step])
  const at = steps.findIndex(({ step }) => step === session.step)
  return (
    <div className={stages.page}>
      <header className={stages.head}>
        <h1 ref={heading} tabIndex={-1}>
          Загрузка из Excel
        </h1>
        <StepList label="Шаги загрузки" steps={steps.map(({ title }) => title)} at={at} />
      </header>
      {session.error !== null && (
        <Alert color="red" title="Не получилось" className={stages.alert} role="alert">
          {session.error.message}
        </Alert>
      )}
      {session.step === 'file' && <FileStep session={session} />}
      {session.step === 'columns' && session.inspection !== null && (
        <ColumnsStep session={session} inspection={session.inspection} />
      )}
      {session.step === 'changes' && session.run !== null && <ChangesStep session={session} run={session.run} />}
      {session.step === 'done' && session.run !== null && <DoneStep session={session} run={session.run} />}
    </div>
  )
}

/** A link that names a list or a file begins a new import; the address is then bare, so that «назад» does not begin it again. */
function useStartFromAddress(): void {
  const search: { list?: unknown; file?: unknown } = useSearch({ strict: false })
  const router = useRouter()
  const list = typeof search.list === 'string' ? search.list : null
  const file = search.file === undefined ? null : String(search.file)
  useEffect(() => {
    if (list === null && file === null) return
    beginImport(list)
    if (file !== null) void readFile(file)
    router.history.replace('/imports/new')
  }, [list, file, router])
}
