import { conditions, type MatchGroup, priorities } from '@shared/contract/exchange'
import { formatNumber } from '@shared/domain/text/plural'
import { type Ref, useRef, useState } from 'react'
import { formatDay } from '../../../components/format'
import { lotWords } from '../../../components/lots/words'
import { type AskedBooks, bestPair, isSubstitute, misfit, type OfferedBooks } from '../model/fits'
import { Deal } from './Deal'
import classes from './Match.module.css'
import { SideList, type SideRow } from './SideList'
import type { WantedPair } from './useWantedBook'

export interface MeetingProps {
  group: MatchGroup
  /** What to choose first, where it is of this book. */
  wanted: WantedPair
  /** Leaves out what does not fit the choice of the other side. */
  onlyFitting: boolean
  ref: Ref<HTMLDivElement>
}

/** One book: who offers it at the left, who lacks it at the right, and what is promised below. */
export function Meeting({ group, wanted, onlyFitting, ref }: MeetingProps) {
  const left = useRef<HTMLDivElement>(null)
  const right = useRef<HTMLDivElement>(null)
  const deal = useRef<HTMLDivElement>(null)
  /** The side chosen last decides what fits on the other. */
  const [choice, setChoice] = useState<{ surplusId: number | null; needId: number | null; lead: 'surplus' | 'need' }>(
    () => ({ ...startOf(group, wanted), lead: wanted.needId === null ? 'surplus' : 'need' }),
  )
  const surplus = group.surpluses.find((one) => one.id === choice.surplusId) ?? null
  const need = group.needs.find((one) => one.id === choice.needId) ?? null
  const isOf = group.surpluses.some((one) => one.textbookId !== group.textbookId)
  const hasEditions = isOf || group.needs.some((one) => one.textbookId !== group.textbookId)

  const chooseSurplus = (id: number) => {
    const now = group.surpluses.find((one) => one.id === id)
    const keeps = now && need && misfit(now, need) === null
    const needId = keeps ? need.id : (bestPair(group, { surplusId: id })?.needId ?? choice.needId)
    setChoice({ surplusId: id, needId, lead: 'surplus' })
  }
  const chooseNeed = (id: number) => {
    const now = group.needs.find((one) => one.id === id)
    const keeps = now && surplus && misfit(surplus, now) === null
    const surplusId = keeps ? surplus.id : (bestPair(group, { needId: id })?.surplusId ?? choice.surplusId)
    setChoice({ surplusId, needId: id, lead: 'need' })
  }
  // Something was used up meanwhile: the next pair takes its place.
  const isWhole = surplus !== null && need !== null && misfit(surplus, need) === null
  const next = isWhole ? null : bestPair(group)
  const isGone = (choice.surplusId !== null && surplus === null) || (choice.needId !== null && need === null)
  if (next && (isGone || choice.surplusId === null || choice.needId === null)) setChoice({ ...choice, ...next })

  const offers = group.surpluses.map((one) => offerRow(one, choice.lead === 'need' ? need : null, hasEditions))
  const asks = group.needs.map((one) => askRow(one, choice.lead === 'surplus' ? surplus : null, hasEditions))
  const fitting = (rows: SideRow[]) => (onlyFitting ? rows.filter((row) => row.misfit === null) : rows)
  return (
    <div className={classes.meeting} ref={ref}>
      <div className={classes.title}>
        <strong>{group.title}</strong>
        <p>{group.detail}</p>
      </div>
      <div className={classes.sides}>
        <SideList
          ref={left}
          title="Излишки"
          figure={`свободно ${formatNumber(group.free)}`}
          rows={fitting(offers)}
          chosen={choice.surplusId}
          onChoose={chooseSurplus}
          onLeft={() => left.current && focusBooks(left.current)}
          onRight={() => right.current?.focus()}
          emptyText={offers.length === 0 ? 'Этой книги никто не отдаёт.' : 'Подходящих излишков нет.'}
        />
        <SideList
          ref={right}
          title="Потребности"
          figure={`не хватает ${formatNumber(group.unmet)}`}
          rows={fitting(asks)}
          chosen={choice.needId}
          onChoose={chooseNeed}
          onLeft={() => left.current?.focus()}
          onRight={() => deal.current?.querySelector('input')?.select()}
          emptyText={asks.length === 0 ? 'Этой книги всем хватает.' : 'Подходящих потребностей нет.'}
        />
      </div>
      {surplus && need && (
        <Deal
          key={`${surplus.id} ${need.id} ${surplus.free} ${need.unmet}`}
          ref={deal}
          surplus={surplus}
          need={need}
          onDone={() => left.current?.focus()}
        />
      )}
    </div>
  )
}

function startOf(group: MatchGroup, wanted: WantedPair) {
  const surplusId = group.surpluses.some((one) => one.id === wanted.surplusId) ? wanted.surplusId : null
  const needId = group.needs.some((one) => one.id === wanted.needId) ? wanted.needId : null
  return bestPair(group, { surplusId, needId }) ?? { surplusId, needId }
}

function focusBooks(from: HTMLElement): void {
  from.closest(`.${classes.body}`)?.querySelector<HTMLElement>(`.${classes.books}`)?.focus()
}

function offerRow(one: OfferedBooks, need: AskedBooks | null, hasEditions: boolean): SideRow {
  const until = one.usableUntil === null ? '' : `использовать до ${formatDay(one.usableUntil)}`
  return {
    id: one.id,
    school: one.school,
    detail: [
      hasEditions ? one.textbook : '',
      lotWords(one.publicationYear, one.price),
      one.condition === 'good' ? '' : `состояние: ${conditions[one.condition]}`,
      until,
    ]
      .filter(Boolean)
      .join(' · '),
    mark: need && isSubstitute(one, need) && misfit(one, need) === null ? 'замена' : '',
    copies: formatNumber(one.free),
    misfit: need ? misfit(one, need) : null,
  }
}

function askRow(one: AskedBooks, surplus: OfferedBooks | null, hasEditions: boolean): SideRow {
  const replaces = surplus && isSubstitute(surplus, one) && misfit(surplus, one) === null
  return {
    id: one.id,
    school: one.school,
    detail: [hasEditions ? one.textbook : '', one.substitutes ? 'можно замену' : ''].filter(Boolean).join(' · '),
    mark: [one.priority === 'usual' ? '' : priorities[one.priority], replaces ? 'замена' : '']
      .filter(Boolean)
      .join(', '),
    copies: formatNumber(one.unmet),
    misfit: surplus ? misfit(surplus, one) : null,
  }
}
