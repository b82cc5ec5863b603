import { Alert, Button, Skeleton, Text, Title } from '@mantine/core'
import type { ListedStep } from '@shared/contract/history'
import { counted } from '@shared/domain/text/plural'
import { stepsTo, useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { formatRecent } from '../../components/format'
import classes from './HistoryScreen.module.css'

const actions = ['действие', 'действия', 'действий'] as const

/** What Ctrl+Z would take back and Ctrl+Y return, several at once if need be. */
export function StepsTab() {
  const steps = useCall('history.steps', { limit: 100 }, { keepPrevious: true })
  if (steps.error) return <Alert color="red">{errorSentence(steps.error)}</Alert>
  if (!steps.data) return <Skeleton height={200} />
  const { undo, redo, blocked } = steps.data
  return (
    <>
      <Title order={2} size="h4" mb="xs">
        Вернуть отменённое (Ctrl+Y)
      </Title>
      {redo.length === 0 && <Text c="dimmed">Отменённых действий нет.</Text>}
      <Steps which="redo" label="Отменённые действия" verb="Вернуть" steps={redo} />
      <Title order={2} size="h4" mt="lg" mb="xs">
        Отменить сделанное (Ctrl+Z)
      </Title>
      <Steps which="undo" label="Действия, которые можно отменить" verb="Отменить" steps={undo} />
      {undo.length === 0 && blocked === null && <Text c="dimmed">Отменять нечего.</Text>}
      {blocked !== null && (
        <Text size="sm" c="dimmed" mt="xs">
          {blocked}
        </Text>
      )}
    </>
  )
}

interface StepsProps {
  which: 'undo' | 'redo'
  label: string
  verb: string
  steps: readonly ListedStep[]
}

function Steps({ which, label, verb, steps }: StepsProps) {
  if (steps.length === 0) return null
  return (
    <ol className={classes.entries} aria-label={label}>
      {steps.map((step, index) => {
        const words = index === 0 ? verb : `${verb} ${counted(index + 1, actions)}`
        return (
          <li key={step.groupId} className={classes.entry}>
            <div className={classes.step}>
              <span className={classes.when}>{formatRecent(step.at)}</span>
              <div className={classes.what}>
                {step.title}
                <Text size="xs" c="dimmed">
                  {step.author}
                </Text>
              </div>
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`${words}: ${step.title}`}
                onClick={() => void stepsTo(which, step.groupId, index + 1)}
              >
                {words}
              </Button>
            </div>
          </li>
        )
      })}
    </ol>
  )
}
