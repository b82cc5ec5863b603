import { Button } from '@mantine/core'
import type { FundSummary } from '@shared/contract/exchange'
import { formatNumber } from '@shared/domain/text/plural'
import { IconArrowsExchange, IconCalendarEvent, IconFileText, IconRoute, IconScale } from '@tabler/icons-react'
import type { ComponentType } from 'react'
import { hasPage } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import classes from './Overview.module.css'

const planPath = '/exchange/plan'

interface Step {
  icon: ComponentType<{ size?: number | string; stroke?: number | string }>
  title: string
  text: string
  button: string
  run: () => void
  /** Nothing to do there yet. */
  isHidden?: boolean
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
      run: () => go('/exchange/match'),
      isHidden: summary.surpluses.rows + summary.needs.rows === 0,
    },
    {
      icon: IconRoute,
      title: 'Распределить всё сразу',
      text: 'Программа сама составит план: как закрыть больше потребностей и меньше ездить.',
      button: 'Составить план',
      run: () => go(planPath),
      isHidden: !hasPage(planPath) || fitting === 0,
    },
    {
      icon: IconFileText,
      title: 'Довести передачи до конца',
      text:
        waiting > 0
          ? `Составлено и ждёт: ${formatNumber(waiting)}. Согласуйте, выдайте книги, напечатайте акты.`
          : 'Передач, которые ждут, сейчас нет. Передачу можно составить и без заявок.',
      button: waiting > 0 ? 'Открыть передачи' : 'Составить передачу',
      run: () => go(waiting > 0 ? '/exchange/transfers' : '/exchange/transfers?open=new'),
    },
    {
      icon: IconCalendarEvent,
      title: 'Собрать встречу для обмена',
      text: 'Кто что привозит и кому отдаёт: протокол встречи и лист обмена из готовых передач.',
      button: 'Подготовить встречу',
      run: () => go('/exchange/meeting'),
    },
    {
      icon: IconScale,
      title: 'Пополнить фонд из обеспеченности',
      text: 'Чего школам не хватает и что у них лишнее, программа посчитает по контингенту и остаткам.',
      button: 'Предложить из обеспеченности',
      run: () => go('/holdings/provision/propose'),
    },
  ]
  return (
    <section className={classes.next} aria-labelledby="exchange-next">
      <h2 id="exchange-next">Что дальше</h2>
      <ul>
        {steps
          .filter((step) => !step.isHidden)
          .map((step) => (
            <li key={step.title}>
              <step.icon size={22} stroke={1.5} aria-hidden />
              <div>
                <strong>{step.title}</strong>
                <p>{step.text}</p>
              </div>
              <Button size="compact-md" variant="default" onClick={step.run}>
                {step.button}
              </Button>
            </li>
          ))}
      </ul>
    </section>
  )
}
