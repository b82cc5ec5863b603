import { Button, Group, Paper, Text, Title } from '@mantine/core'
import type { Output } from '@shared/contract'
import { IconCircle, IconCircleCheck } from '@tabler/icons-react'
import { useGo } from '../../app/navigation'
import classes from './Desk.module.css'

type Counts = Output<'desk.overview'>['counts']

interface Step {
  title: string
  text: string
  isDone: boolean
  /** The first is what most begin with. */
  ways: readonly { title: string; path: string }[]
}

const stepsOf = (counts: Counts): readonly Step[] => [
  {
    title: 'Школы района',
    text: 'Загрузите список из Excel или впишите прямо в таблицу.',
    isDone: counts.schools > 0,
    ways: [
      { title: 'Загрузить из Excel', path: '/imports/new?list=schools' },
      { title: 'Вписать школы', path: '/schools' },
    ],
  },
  {
    title: 'Банк библиотекарей',
    text: 'Кто где работает, категории и курсы: программа напомнит о сроках.',
    isDone: counts.librarians > 0,
    ways: [
      { title: 'Загрузить из Excel', path: '/imports/new?list=librarians' },
      { title: 'Вписать людей', path: '/librarians' },
    ],
  },
  {
    title: 'Первое заседание',
    text: 'Создайте протокол или загрузите прошлогодние документы из Word: поручения и сроки появятся здесь.',
    isDone: counts.meetings > 0,
    ways: [
      { title: 'Создать протокол', path: '/meetings/new' },
      { title: 'Загрузить из Word', path: '/old-papers/new' },
    ],
  },
]

/** What to do first, until it is done. */
export function FirstSteps({ counts }: { counts: Counts }) {
  const go = useGo()
  const steps = stepsOf(counts)
  const next = steps.findIndex((step) => !step.isDone)
  return (
    <Paper withBorder component="section" className={classes.first} aria-labelledby="desk-first">
      <Title order={2} size="h4" id="desk-first">
        С чего начать
      </Title>
      <ol className={classes.steps}>
        {steps.map((step, index) => (
          <li key={step.title} data-done={step.isDone || undefined}>
            {step.isDone ? <IconCircleCheck size={20} aria-hidden /> : <IconCircle size={20} aria-hidden />}
            <div>
              <Text fw={600}>
                {step.title}
                {step.isDone && <Text span> — готово</Text>}
              </Text>
              {!step.isDone && (
                <>
                  <Text size="sm" c="dimmed">
                    {step.text}
                  </Text>
                  <Group gap="xs" mt={6}>
                    {step.ways.map((way, place) => (
                      <Button
                        key={way.path}
                        size="xs"
                        variant={index === next && place === 0 ? 'filled' : 'default'}
                        onClick={() => go(way.path)}
                      >
                        {way.title}
                      </Button>
                    ))}
                  </Group>
                </>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Paper>
  )
}
