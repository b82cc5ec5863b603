import { Alert } from '@mantine/core'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useGo } from '../../../app/navigation'
import { StepList } from '../../../components/StepList'
import stages from '../../../components/stages.module.css'
import { chooseAnew, readPapers, useReading } from '../model/reading'
import { paperSteps } from '../model/steps'
import { ChooseStep } from './ChooseStep'
import { Progress } from './Progress'
import { Summary } from './Summary'

/** /old-papers/new — which papers, their reading, and what came of it. `?files=` names dropped ones. */
export function ReadPage() {
  const reading = useReading()
  const go = useGo()
  useStartFromAddress()
  const heading = useRef<HTMLHeadingElement>(null)
  // Whoever works by keyboard goes on from the top of the new step.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the step is the reason
  useEffect(() => heading.current?.focus(), [reading.state])
  const read = async (files: readonly string[]) => {
    const paper = await readPapers(files)
    if (paper !== null) go(`/old-papers/${paper}`)
  }
  const isOver = reading.state === 'done' || reading.state === 'stopped'
  return (
    <div className={stages.page}>
      <header className={stages.head}>
        <h1 ref={heading} tabIndex={-1}>
          Загрузка из Word
        </h1>
        <StepList label="Шаги загрузки" steps={paperSteps} at={isOver ? 1 : 0} />
      </header>
      {reading.error && (
        <Alert color="red" title="Не получилось" className={stages.alert} role="alert">
          {reading.error.message}
        </Alert>
      )}
      {reading.state === 'choosing' && <ChooseStep as={reading.as} onRead={(files) => void read(files)} />}
      {reading.state === 'reading' && <Progress />}
      {isOver && <Summary reading={reading} onRead={(files) => void read(files)} />}
    </div>
  )
}

/** A link that names files begins reading; the address is then bare, so that «назад» does not begin it again. */
function useStartFromAddress(): void {
  const search: { files?: unknown } = useSearch({ strict: false })
  const router = useRouter()
  const go = useGo()
  const named = JSON.stringify(search.files ?? null)
  useEffect(() => {
    const files = filesOf(JSON.parse(named))
    if (files.length === 0) {
      chooseAnew()
      return
    }
    router.history.replace('/old-papers/new')
    void readPapers(files).then((paper) => paper !== null && go(`/old-papers/${paper}`))
  }, [named, router, go])
}

function filesOf(named: unknown): string[] {
  const files: unknown[] = Array.isArray(named) ? named : []
  return files.filter((file) => typeof file === 'string')
}
