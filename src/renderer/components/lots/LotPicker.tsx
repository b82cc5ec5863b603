import { Button, Text, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Output } from '@shared/contract'
import { moneySources } from '@shared/contract/holdings'
import { formatNumber } from '@shared/domain/text/plural'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useCall } from '../../app/queries'
import { NumberField } from '../fields/NumberField'
import { formatDay } from '../format'
import classes from './Lots.module.css'
import { copiesShort, lotWords } from './words'

type Lot = Output<'holdings.lots'>[number]

/** Lots shown at once; further ones are found by their name. */
const SHOWN = 50

export interface LotPickerProps {
  /** Whose books. */
  schoolId: number
  /** Lots that are in the paper already. */
  taken: readonly number[]
  isOpen: boolean
  onAdd: (lotId: number, copies: number) => void
}

/** Books of a school, to be put into a transfer or an act. */
export function LotPicker({ schoolId, taken: already, isOpen: startsOpen, onAdd }: LotPickerProps) {
  const [isOpen, setOpen] = useState(startsOpen)
  const [search, setSearch] = useState('')
  const [asked] = useDebouncedValue(search.trim(), 150)
  const box = useRef<HTMLInputElement>(null)
  const found = useCall(
    'holdings.lots',
    { schoolId, textbookId: null, search: asked },
    { enabled: isOpen && schoolId > 0, keepPrevious: true },
  )
  if (!isOpen) {
    return (
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={15} aria-hidden />}
        onClick={() => {
          setOpen(true)
          setTimeout(() => box.current?.focus(), 0)
        }}
      >
        Добавить книги
      </Button>
    )
  }
  const taken = new Set(already)
  const lots = (found.data ?? []).filter((lot) => lot.copies > 0 && !taken.has(lot.id))
  const add = (lot: Lot, copies: number) => {
    onAdd(lot.id, copies)
    setSearch('')
    box.current?.focus()
  }
  return (
    <section className={classes.picker} aria-label="Книги школы">
      <TextInput
        ref={box}
        size="xs"
        aria-label="Найти книгу в остатках школы"
        placeholder="Найти в остатках школы: название, автор, ISBN"
        leftSection={<IconSearch size={15} aria-hidden />}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      <ul className={classes.lots}>
        {lots.slice(0, SHOWN).map((lot) => (
          <LotRow key={lot.id} lot={lot} onAdd={(copies) => add(lot, copies)} />
        ))}
      </ul>
      {found.data && lots.length === 0 && (
        <Text size="sm" c="dimmed" my={8}>
          {asked === ''
            ? 'В остатках школы больше ничего нет. Остатки вносят в разделе «Остатки» или загружают из Excel.'
            : 'В остатках школы такой книги нет.'}
        </Text>
      )}
      {lots.length > SHOWN && (
        <Text size="xs" c="dimmed" my={6}>
          Показаны первые {SHOWN} из {formatNumber(lots.length)}. Начните набирать название, чтобы найти остальные.
        </Text>
      )}
    </section>
  )
}

function LotRow({ lot, onAdd }: { lot: Lot; onAdd: (copies: number) => void }) {
  const most = Math.max(0, Math.min(lot.free, lot.copies))
  const [copies, setCopies] = useState<number | null>(most > 0 ? most : null)
  const isGood = copies !== null && Number.isInteger(copies) && copies > 0
  const more = [
    lotWords(lot.publicationYear, lot.price),
    lot.source === 'unknown' ? '' : moneySources[lot.source],
    lot.usableUntil === null ? '' : `использовать до ${formatDay(lot.usableUntil)}`,
    `в остатках ${copiesShort(lot.copies)}`,
    lot.free === lot.copies ? '' : `не обещано ${copiesShort(lot.free)}`,
  ]
  return (
    <li className={classes.lot}>
      <div>
        <div className={classes.book}>{lot.textbook}</div>
        <div className={classes.more}>{more.filter(Boolean).join(' · ')}</div>
      </div>
      <NumberField bare ariaLabel={`Экземпляров: ${lot.textbook}`} value={copies} onChange={setCopies} />
      <Button
        size="compact-sm"
        variant="default"
        disabled={!isGood}
        aria-label={`Добавить: ${lot.textbook}`}
        onClick={() => isGood && onAdd(copies)}
      >
        Добавить
      </Button>
    </li>
  )
}
