import { Button } from '@mantine/core'
import type { FundSummary } from '@shared/contract/exchange'
import { formatNumber } from '@shared/domain/text/plural'
import { IconArrowsExchange, IconCalendarEvent, IconFileText } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import classes from './Overview.module.css'

interface Step {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  title: string
  text: string
  button: string
  path: string
}

/** What to do next, said by what the fund has now. */
export function NextSteps({ summary }: { summary: FundSummary }) {
  const go = useGo()
  const matches = useCall('exchange.matches', { both: true, limit: 1 })
  const drafts = useCall('transfers.list', {
    filters: [{ op: 'in', column: 'state', values: ['drafted', 'agreed'] }],
    limit: 1,
  })
  const fitting = matches.data?.total ?? 0
  const waiting = drafts.data?.total ?? 0
  const steps: Step[] = [
    {
      icon: IconArrowsExchange,
      title: 'Свести излишки с потребностями',
      text:
        fitting > 0
          ? `Сходится книг: ${formatNumber(fitting)}. Забронируйте или сразу составьте передачу.`
          : 'Сейчас ничего не сходится: посмотрите, чему пары пока нет.',
      button: 'Сопоставить',
      path: '/exchange/match',
    },
    {
      icon: IconFileText,
      title: 'Довести передачи до конца',
      text:
        waiting > 0
          ? `Составлено и ждёт: ${formatNumber(waiting)}. Согласуйте, выдайте книги, напечатайте акты.`
          : 'Передач, которые ждут, сейчас нет. Передачу можно составить и без заявок.',
      button: waiting > 0 ? 'Открыть передачи' : 'Составить передачу',
      path: waiting > 0 ? '/exchange/transfers' : '/exchange/transfers?open=new',
    },
    {
      icon: IconCalendarEvent,
      title: 'Собрать встречу для обмена',
      text: 'Кто что привозит и кому отдаёт: протокол встречи и лист обмена из готовых передач.',
      button: 'Подготовить встречу',
      path: '/exchange/meeting',
    },
  ]
  return (
    <section className={classes.next} aria-labelledby="exchange-next">
      <h2 id="exchange-next">Что дальше</h2>
      <ul>
        {steps
          .filter((step) => step.path !== '/exchange/match' || summary.surpluses.rows + summary.needs.rows > 0)
          .map((step) => (
            <li key={step.title}>
              <step.icon size={22} stroke={1.5} aria-hidden />
              <div>
                <strong>{step.title}</strong>
                <p>{step.text}</p>
              </div>
              <Button size="compact-md" variant="default" onClick={() => go(step.path)}>
                {step.button}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  )
}
