import { ActionIcon, Anchor, Button } from '@mantine/core'
import { newUid } from '@shared/contract/fields'
import { type RoadmapLink, type RoadmapRecord, roadmapLinkKinds } from '@shared/contract/roadmaps'
import { IconCalendarEvent, IconCalendarPlus, IconGavel, IconLinkOff } from '@tabler/icons-react'
import { useState } from 'react'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { useCall, useCommand } from '../../../app/queries'
import { OptionField } from '../../../components/fields/OptionField'
import { formatDay } from '../../../components/format'
import classes from './Panel.module.css'
import { useMakeEvent } from './useMakeEvent'

/** Decisions and events that fulfil the row: once they are done, so is it. */
export function Links({ record, itemUid }: { record: RoadmapRecord; itemUid: string }) {
  const go = useGo()
  const own = record.links.filter((link) => link.itemUid === itemUid)
  const save = useCommand('roadmaps.link')
  const linksOf = (links: readonly RoadmapLink[]): RoadmapLink[] =>
    links.map(({ uid, kind, decisionUid, eventId }) => ({ uid, itemUid, kind, decisionUid, eventId }))
  const put = (links: readonly RoadmapLink[]) =>
    void save.run({ id: record.id, itemUid, links: linksOf(links) }).catch(() => undefined)
  const makeEvent = useMakeEvent(itemUid)
  const placeOfLink = (link: (typeof own)[number]): string | null => {
    if (link.kind === 'decision')
      return link.meetingId === null ? null : `/meetings/${link.meetingId}?decision=${link.decisionUid}`
    return link.eventId === null ? null : placeOf('event', link.eventId)
  }
  return (
    <section aria-label="Чем выполняется">
      <div className={classes.sectionHead}>
        <h3>Чем выполняется</h3>
      </div>
      {own.length === 0 && (
        <p className={classes.none}>Свяжите пункт с решением или мероприятием: выполнено оно — выполнен и пункт.</p>
      )}
      <ul className={classes.links}>
        {own.map((link) => {
          const place = placeOfLink(link)
          const Icon = link.kind === 'decision' ? IconGavel : IconCalendarEvent
          return (
            <li key={link.uid}>
              <Icon size={16} aria-hidden />
              <span>
                {place === null ? (
                  link.title
                ) : (
                  <Anchor component="button" type="button" ta="left" fz={14} onClick={() => go(place)}>
                    {link.title}
                  </Anchor>
                )}
                <span className={classes.linkFacts}>
                  {[roadmapLinkKinds[link.kind], formatDay(link.date), link.done ? 'выполнено' : 'ещё не выполнено']
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={28}
                aria-label={`Убрать связь: ${link.title}`}
                onClick={() => put(own.filter(({ uid }) => uid !== link.uid))}
              >
                <IconLinkOff size={16} aria-hidden />
              </ActionIcon>
            </li>
          )
        })}
      </ul>
      <DecisionChoice
        onPick={(decisionUid) =>
          put([...own, { uid: newUid(), itemUid, kind: 'decision', decisionUid, eventId: null }])
        }
      />
      <EventChoice
        onPick={(eventId) => put([...own, { uid: newUid(), itemUid, kind: 'event', decisionUid: null, eventId }])}
      />
      <Button
        mt="sm"
        size="compact-md"
        variant="default"
        leftSection={<IconCalendarPlus size={16} aria-hidden />}
        onClick={makeEvent}
      >
        Создать мероприятие
      </Button>
    </section>
  )
}

function DecisionChoice({ onPick }: { onPick: (uid: string) => void }) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const sort = [{ column: 'meetingDate', desc: true }]
  const found = useCall(
    'decisions.list',
    { search, sort, limit: 40, totals: false },
    { enabled: opened, keepPrevious: true },
  )
  return (
    <OptionField
      bare
      label="Связать с решением"
      placeholder="слова решения"
      value={null}
      shownName=""
      onChange={() => undefined}
      options={found.data?.rows.map((row) => ({
        id: row.id,
        name: row.text,
        detail: `${row.number} · ${row.meeting} от ${formatDay(row.meetingDate)}`,
      }))}
      onSearch={setSearch}
      onOpened={setOpened}
      onPick={({ id }) => {
        const row = found.data?.rows.find((one) => one.id === id)
        if (row) onPick(row.uid)
      }}
      nothingFound="Такого решения нет. Решения попадают сюда из протоколов."
    />
  )
}

function EventChoice({ onPick }: { onPick: (id: number) => void }) {
  const [search, setSearch] = useState('')
  const [opened, setOpened] = useState(false)
  const sort = [{ column: 'from', desc: true }]
  const found = useCall(
    'events.list',
    { search, sort, limit: 40, totals: false },
    { enabled: opened, keepPrevious: true },
  )
  return (
    <OptionField
      bare
      label="Связать с мероприятием"
      placeholder="название мероприятия"
      value={null}
      shownName=""
      onChange={() => undefined}
      options={found.data?.rows.map((row) => ({ id: row.id, name: row.name, detail: formatDay(row.from) }))}
      onSearch={setSearch}
      onOpened={setOpened}
      onPick={({ id }) => onPick(id)}
      nothingFound="Такого мероприятия нет. Добавьте его в разделе «Мероприятия»."
    />
  )
}
