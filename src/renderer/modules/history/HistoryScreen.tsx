import { Tabs, Title } from '@mantine/core'
import { useSearch } from '@tanstack/react-router'
import { useGo } from '../../app/navigation'
import { DeletedTab } from './DeletedTab'
import { FeedTab } from './FeedTab'
import classes from './HistoryScreen.module.css'
import { StepsTab } from './StepsTab'

const tabs = [
  { id: 'changes', title: 'Изменения' },
  { id: 'deleted', title: 'Удалённые записи' },
  { id: 'steps', title: 'Отмена и возврат' },
] as const

/** Who did what and when, over everything or in one list; what was removed; what Ctrl+Z would undo. */
export function HistoryScreen() {
  const search: { tab?: unknown; list?: unknown } = useSearch({ strict: false })
  const go = useGo()
  const tab = tabs.find((one) => one.id === search.tab)?.id ?? 'changes'
  const list = typeof search.list === 'string' ? search.list : null
  return (
    <div className={classes.screen}>
      <Title order={1} size="h2" mb="sm">
        История изменений
      </Title>
      <Tabs
        value={tab}
        onChange={(next) => go(next === 'changes' ? '/history' : `/history?tab=${next}`)}
        keepMounted={false}
      >
        <Tabs.List mb="md">
          {tabs.map((one) => (
            <Tabs.Tab key={one.id} value={one.id}>
              {one.title}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="changes">
          <FeedTab key={list ?? ''} list={list} onWholeHistory={() => go('/history')} />
        </Tabs.Panel>
        <Tabs.Panel value="deleted">
          <DeletedTab />
        </Tabs.Panel>
        <Tabs.Panel value="steps">
          <StepsTab />
        </Tabs.Panel>
      </Tabs>
    </div>
  )
}
