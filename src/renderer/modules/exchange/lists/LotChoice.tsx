import { Button, Text } from '@mantine/core'
import { type MoneySource, moneySources } from '@shared/contract/holdings'
import { IconCheck } from '@tabler/icons-react'
import { useCall } from '../../../app/queries'
import { copiesShort, lotWords } from '../../../components/lots/words'
import classes from './Cards.module.css'

interface Lot {
  publicationYear: number
  price: number
  source: MoneySource
}

export interface LotChoiceProps {
  schoolId: number
  textbookId: number
  /** Year, price and source typed so far. */
  chosen: Lot
  onChoose: (lot: Lot) => void
}

/** What the school has of this textbook: a surplus is of one of these lots. */
export function LotChoice({ schoolId, textbookId, chosen, onChoose }: LotChoiceProps) {
  const found = useCall('holdings.lots', { schoolId, textbookId }, { keepPrevious: true })
  const lots = found.data?.filter((lot) => lot.copies > 0) ?? []
  if (!found.data) return null
  if (lots.length === 0) {
    return (
      <Text size="sm" c="dimmed" mb={8}>
        В остатках школы этого учебника нет. Излишек записать можно, но передать книги — только когда они появятся в
        остатках.
      </Text>
    )
  }
  return (
    <ul className={classes.lots} aria-label="Есть в остатках школы">
      {lots.map((lot) => {
        const isChosen =
          lot.publicationYear === chosen.publicationYear && lot.price === chosen.price && lot.source === chosen.source
        const words = lotWords(lot.publicationYear, lot.price) || 'год и цена не указаны'
        return (
          <li key={lot.id} className={classes.lot} data-chosen={isChosen || undefined}>
            <span>
              {words} · {moneySources[lot.source]} — {copiesShort(lot.copies)}, свободно {lot.free}
            </span>
            {isChosen ? (
              <span className={classes.chosen}>
                <IconCheck size={15} aria-hidden /> выбрано
              </span>
            ) : (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={`Выбрать: ${words}`}
                onClick={() => onChoose({ publicationYear: lot.publicationYear, price: lot.price, source: lot.source })}
              >
                Выбрать
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
