import { Alert } from '@mantine/core'
import type { Proposals } from '@shared/contract/provision'
import { counted, formatNumber } from '@shared/domain/text/plural'
import classes from './Propose.module.css'

const shown = 6

/** What no proposal could be made of, and what to do about it. */
export function Unsaid({ proposals: { unnamed, unknown } }: { proposals: Proposals }) {
  return (
    <>
      {unknown.length > 0 && (
        <Alert
          color="orange"
          mb="sm"
          maw={760}
          title={`Без контингента: ${counted(unknown.length, ['школа', 'школы', 'школ'])}`}
        >
          {unknown
            .slice(0, shown)
            .map((one) => one.school)
            .join(', ')}
          {unknown.length > shown && ` и ещё ${formatNumber(unknown.length - shown)}`}. Сколько там учеников, не
          записано, поэтому ничего не предложено. <a href="#/schools/contingent">Записать контингент</a>
        </Alert>
      )}
      {unnamed.length > 0 && (
        <Alert color="orange" mb="sm" maw={760} title="Не хватает, но назвать учебник не получилось">
          <ul className={classes.unnamed}>
            {unnamed.slice(0, shown).map((one) => (
              <li key={`${one.school} ${one.subject} ${one.grade}`}>
                {one.school}: {one.subject}, {one.grade} класс — {formatNumber(one.copies)} экз.
              </li>
            ))}
          </ul>
          {unnamed.length > shown && `И ещё ${counted(unnamed.length - shown, ['строка', 'строки', 'строк'])}. `}В
          каталоге нет годного учебника этого предмета и класса: добавьте его, и потребность появится.
        </Alert>
      )}
    </>
  )
}
