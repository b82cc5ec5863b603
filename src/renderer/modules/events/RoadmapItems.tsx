import { ActionIcon, Text } from '@mantine/core'
import type { EventRecord } from '@shared/contract/events'
import { newUid } from '@shared/contract/fields'
import type { RoadmapLink } from '@shared/contract/roadmaps'
import { IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../app/api'
import { placeOf } from '../../app/modules'
import { useCall, useCommand } from '../../app/queries'
import { OptionField } from '../../components/fields/OptionField'
import { FormSection } from '../../components/record/FormSection'
import classes from './Events.module.css'

type Item = EventRecord['roadmapItems'][number]

/** Items of road maps the event fulfils: once it is held, so are they. */
export function RoadmapItems({ eventId, items }: { eventId: number; items: readonly Item[] }) {
  const link = useCommand('roadmaps.link')
  /** Links of an item are replaced as a whole: the others stay as they are. */
  const change = async (roadmapId: number, itemUid: string, isOn: boolean): Promise<void> => {
    const { links } = await call('roadmaps.get', { id: roadmapId })
    const others = links
      .filter((one) => one.itemUid === itemUid && one.eventId !== eventId)
      .map(({ uid, kind, decisionUid, eventId }): RoadmapLink => ({ uid, itemUid, kind, decisionUid, eventId }))
    const own: RoadmapLink[] = isOn ? [{ uid: newUid(), itemUid, kind: 'event', decisionUid: null, eventId }] : []
    await link.run({ id: roadmapId, itemUid, links: [...others, ...own] })
  }
  return (
    <FormSection title="Пункты дорожных карт">
      {items.length === 0 && (
        <Text size="sm" c="dimmed" mb={6}>
          Укажите пункты дорожной карты или плана, которые выполняет это мероприятие: проведено оно — выполнены и они.
        </Text>
      )}
      <ul className={classes.items}>
        {items.map((item) => {
          const title = [item.number, item.title].filter(Boolean).join(' ')
          const place = placeOf('roadmap', item.roadmapId)
          return (
            <li key={item.itemUid}>
              <span>
                {title}
                <span className={classes.more}>
                  {place === null ? item.roadmap : <a href={`#${place}`}>{item.roadmap}</a>}
                </span>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={`Убрать связь: ${title}`}
                onClick={() => void change(item.roadmapId, item.itemUid, false).catch(() => undefined)}
              >
                <IconLinkOff size={16} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <ItemChoice
        taken={items.map((item) => item.itemUid)}
        onPick={(item) => void change(item.roadmapId, item.uid, true).catch(() => undefined)}
      />
    </FormSection>
  )
}

interface Choice {
  taken: readonly string[]
  onPick: (item: { roadmapId: number; uid: string }) => void
}

function ItemChoice({ taken, onPick }: Choice) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const found = useCall(
    'roadmapItems.list',
    { search, limit: 40, totals: false },
    { enabled: opened, keepPrevious: true },
  )
  return (
    <OptionField
      label="Связать с пунктом"
      placeholder="слова пункта или карты"
      value={null}
      shownName=""
      onChange={() => undefined}
      options={found.data?.rows
        .filter((row) => !taken.includes(row.uid))
        .map((row) => ({
          id: row.id,
          name: [row.number, row.title].filter(Boolean).join(' '),
          detail: [row.roadmap, row.due].filter(Boolean).join(' · '),
        }))}
      onSearch={setSearch}
      onOpened={setOpened}
      onPick={({ id }) => {
        const row = found.data?.rows.find((one) => one.id === id)
        if (row) onPick(row)
      }}
      nothingFound="Такого пункта нет. Пункты заводят в дорожной карте или плане работы."
    />
  )
}
