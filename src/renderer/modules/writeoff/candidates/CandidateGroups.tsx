import { Checkbox, UnstyledButton } from '@mantine/core'
import { counted, formatMoney, formatNumber } from '@shared/domain/text/plural'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDay } from '../../../components/format'
import { copiesShort } from '../../../components/lots/words'
import { titleForms } from '../words'
import classes from './Candidates.module.css'
import { type SchoolGroup, ticked } from './selection'

export interface CandidateGroupsProps {
  groups: readonly SchoolGroup[]
  left: ReadonlySet<number>
  onLeft: (left: ReadonlySet<number>) => void
}

/** So few books open by themselves. */
const OPEN_UP_TO = 60

/** Candidates school by school; a tick of a school is that of all its books. */
export function CandidateGroups({ groups, left, onLeft }: CandidateGroupsProps) {
  const isShort = groups.reduce((sum, group) => sum + group.lots.length, 0) <= OPEN_UP_TO
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set())
  const turn = (schoolId: number) => {
    const next = new Set(turned)
    if (!next.delete(schoolId)) next.add(schoolId)
    setTurned(next)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled area must be reached by the keyboard
    <section className={classes.scroll} tabIndex={0} aria-label="Подобранные учебники">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.tick} aria-label="В акт" />
            <th scope="col">Учебник</th>
            <th scope="col">Год</th>
            <th scope="col">Срок до</th>
            <th scope="col">Почему</th>
            <th scope="col" className={classes.number}>
              Экз.
            </th>
            <th scope="col" className={classes.number}>
              Цена
            </th>
            <th scope="col" className={classes.number}>
              Сумма
            </th>
          </tr>
        </thead>
        {groups.map((group) => {
          const isOpen = turned.has(group.schoolId) !== isShort
          return (
            <tbody key={group.schoolId}>
              <tr className={classes.school}>
                <td>
                  <Checkbox
                    size="xs"
                    aria-label={`В акт: все книги, ${group.school}`}
                    checked={group.chosen === group.lots.length}
                    indeterminate={group.chosen > 0 && group.chosen < group.lots.length}
                    onChange={(event) => onLeft(ticked(left, group.lots, event.currentTarget.checked))}
                  />
                </td>
                <th scope="row" colSpan={4}>
                  <UnstyledButton className={classes.turn} aria-expanded={isOpen} onClick={() => turn(group.schoolId)}>
                    {isOpen ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
                    {group.school}
                    <span className={classes.count}>
                      {group.chosen === group.lots.length
                        ? counted(group.lots.length, titleForms)
                        : `${formatNumber(group.chosen)} из ${formatNumber(group.lots.length)}`}
                    </span>
                  </UnstyledButton>
                </th>
                <td className={classes.number}>{copiesShort(group.copies)}</td>
                <td />
                <td className={classes.number}>{formatMoney(group.sum, '')}</td>
              </tr>
              {isOpen &&
                group.lots.map((lot) => (
                  <tr key={lot.lotId} data-left={left.has(lot.lotId) || undefined}>
                    <td>
                      <Checkbox
                        size="xs"
                        aria-label={`В акт: ${lot.textbook}, ${group.school}`}
                        checked={!left.has(lot.lotId)}
                        onChange={(event) => onLeft(ticked(left, [lot], event.currentTarget.checked))}
                      />
                    </td>
                    <td>{lot.textbook}</td>
                    <td>{lot.publicationYear === 0 ? '' : lot.publicationYear}</td>
                    <td className={classes.day}>{formatDay(lot.usableUntil)}</td>
                    <td className={classes.why}>{lot.why}</td>
                    <td className={classes.number}>{formatNumber(lot.copies)}</td>
                    <td className={classes.number}>{lot.price === 0 ? '' : formatMoney(lot.price, '')}</td>
                    <td className={classes.number}>{formatMoney(lot.copies * lot.price, '')}</td>
                  </tr>
                ))}
            </tbody>
          )
        })}
      </table>
    </section>
  )
}
