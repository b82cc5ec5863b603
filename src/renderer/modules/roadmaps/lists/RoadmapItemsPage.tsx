import { Anchor, Group } from '@mantine/core'
import type { Filter } from '@shared/contract/lists'
import { roadmapItemList } from '@shared/contract/roadmaps'
import { IconRoute } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { useListAddress } from '../../../components/DataGrid/address'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { listLink } from '../../../components/DataGrid/link'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { roadmapTabs, roadmapTabsLabel } from './tabs'

const chips = [
  { title: 'Все', states: [] },
  { title: 'Просрочено', states: ['overdue'] },
  { title: 'Скоро срок', states: ['soon'] },
  { title: 'Выполнено', states: ['done'] },
] as const

/** /roadmaps/items — items of all road maps and plans: what is due, whichever paper it stands in. */
export function RoadmapItemsPage() {
  const go = useGo()
  const address = useListAddress()
  return (
    <ListTabs label={roadmapTabsLabel} tabs={roadmapTabs} here="/roadmaps/items">
      <DataGrid
        spec={roadmapItemList}
        heading={false}
        onOpen={(row) => go(`/roadmaps/${row.roadmapId}?item=${row.uid}`)}
        rowTone={(row) => tones[String(row.state)] ?? null}
        toolbar={
          <Group gap="sm" wrap="nowrap" component="nav" aria-label="По состоянию">
            {chips.map(({ title, states }) => {
              const isOn = chosen(address?.filters) === states.join()
              return (
                <Anchor
                  key={title}
                  href={`#${stateLink(states)}`}
                  size="sm"
                  fw={isOn ? 600 : 400}
                  c={isOn ? 'var(--mantine-color-text)' : undefined}
                  aria-current={isOn ? 'true' : undefined}
                  style={{ whiteSpace: 'nowrap' }}
                >
                  {title}
                </Anchor>
              )
            })}
          </Group>
        }
        emptyState={
          <ListEmpty
            icon={IconRoute}
            title="Пунктов пока нет"
            text="Здесь собраны пункты всех дорожных карт и планов. Откройте «Карты и планы» и создайте первый."
          />
        }
      />
    </ListTabs>
  )
}

const stateLink = (states: readonly string[]): string =>
  listLink('/roadmaps/items', {
    filters: states.length === 0 ? [] : [{ op: 'in', column: 'state', values: [...states] }],
  })

/** The states the list is narrowed to; null by anything else. */
function chosen(filters: readonly Filter[] = []): string | null {
  const [first, ...rest] = filters
  if (!first) return ''
  return rest.length === 0 && first.op === 'in' && first.column === 'state' ? first.values.join() : null
}

const tones: Readonly<Record<string, 'danger' | 'warning' | 'muted'>> = {
  overdue: 'danger',
  soon: 'warning',
  done: 'muted',
}
