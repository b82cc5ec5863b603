import { Alert, Button, Group, Skeleton } from '@mantine/core'
import type { Output } from '@shared/contract'
import { moneySources } from '@shared/contract/holdings'
import { formatMoney, formatNumber } from '@shared/domain/text/plural'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { RecordPanel } from '../../components/RecordPanel'
import classes from './Lot.module.css'
import { CountForm, MoreForm } from './LotForms'
import { MovementTable } from './MovementTable'

export type LotRecord = Output<'holdings.get'>

/** One lot: what there is of it, and the movements it comes from. */
export function LotPanel({ id, onClose }: { id: number; onClose: () => void }) {
  const found = useCall('holdings.get', { id }, { keepPrevious: true })
  if (found.error) {
    return (
      <RecordPanel
        title="Остаток"
        onClose={onClose}
        tabs={[{ id: 'main', title: 'Движения', content: <Alert color="red">{errorSentence(found.error)}</Alert> }]}
      />
    )
  }
  if (!found.data) {
    return (
      <RecordPanel
        title="Остаток"
        onClose={onClose}
        tabs={[{ id: 'main', title: 'Движения', content: <Skeleton height={200} /> }]}
      />
    )
  }
  const lot = found.data
  return (
    <RecordPanel
      title={lot.textbook}
      subtitle={`${lot.school} · ${aboutLot(lot)}`}
      history={{ record: 'holding', id }}
      onClose={onClose}
      tabs={[{ id: 'main', title: 'Движения', content: <LotBody lot={lot} /> }]}
    />
  )
}

function LotBody({ lot }: { lot: LotRecord }) {
  const [doing, setDoing] = useState<'count' | 'more' | null>(null)
  const { price } = lot.key
  const figures = [
    { title: 'Сейчас', value: `${formatNumber(lot.copies)} экз.` },
    { title: 'Обещано', value: `${formatNumber(lot.promised)} экз.` },
    { title: 'Стоимость', value: price === 0 ? '—' : formatMoney(price * lot.copies) },
  ]
  return (
    <>
      <dl className={classes.figures}>
        {figures.map((one) => (
          <div key={one.title}>
            <dt>{one.title}</dt>
            <dd>{one.value}</dd>
          </div>
        ))}
      </dl>
      {doing === null && (
        <Group gap="xs" mb="md">
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setDoing('more')}
          >
            Поступление
          </Button>
          <Button
            size="compact-md"
            variant="default"
            leftSection={<IconPencil size={16} aria-hidden />}
            onClick={() => setDoing('count')}
          >
            Исправить остаток
          </Button>
        </Group>
      )}
      {doing === 'count' && <CountForm lot={lot} onDone={() => setDoing(null)} />}
      {doing === 'more' && <MoreForm lot={lot} onDone={() => setDoing(null)} />}
      <MovementTable lot={lot} />
    </>
  )
}

function aboutLot({ key }: LotRecord): string {
  return [
    key.publicationYear === 0 ? 'год не известен' : `${key.publicationYear} г.`,
    key.price === 0 ? 'цена не известна' : formatMoney(key.price),
    ...(key.source === 'unknown' ? [] : [moneySources[key.source]]),
  ].join(' · ')
}
