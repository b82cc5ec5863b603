import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { roadmapList } from '@shared/contract/roadmaps'
import {
  IconCalendarPlus,
  IconChevronDown,
  IconCopy,
  IconFileImport,
  IconFilePlus,
  IconRoute,
} from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { roadmapTabs, roadmapTabsLabel } from './tabs'
import { useMake } from './useMake'

/** /roadmaps — every road map and plan of the school year. */
export function RoadmapsPage() {
  const go = useGo()
  const making = useMake()
  const create = (
    <Group gap={0} wrap="nowrap">
      <Button
        size="xs"
        leftSection={<IconCalendarPlus size={16} aria-hidden />}
        style={{ borderTopRightRadius: 0, borderBottomRightRadius: 0 }}
        onClick={() => making.create('plan')}
      >
        Создать план работы
      </Button>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <ActionIcon
            size={30}
            aria-label="Создать другой документ"
            style={{ borderTopLeftRadius: 0, borderBottomLeftRadius: 0, marginLeft: 1 }}
          >
            <IconChevronDown size={16} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => making.create('roadmap')}>
            Создать дорожную карту
          </Menu.Item>
          <Menu.Item leftSection={<IconFileImport size={16} aria-hidden />} onClick={() => go('/old-papers/new')}>
            Загрузить из Word…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  )
  const buttons = (
    <Group gap={6} wrap="nowrap">
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileImport size={16} aria-hidden />}
        onClick={() => go('/old-papers/new')}
      >
        Загрузить из Word…
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFilePlus size={16} aria-hidden />}
        onClick={() => making.create('roadmap')}
      >
        Создать дорожную карту
      </Button>
      <Button size="xs" leftSection={<IconCalendarPlus size={16} aria-hidden />} onClick={() => making.create('plan')}>
        Создать план работы
      </Button>
    </Group>
  )
  return (
    <ListTabs label={roadmapTabsLabel} tabs={roadmapTabs} here="/roadmaps">
      <DataGrid
        spec={roadmapList}
        heading={false}
        onOpen={(row) => go(`/roadmaps/${row.id}`)}
        rowActions={[
          {
            title: 'Копия на следующий год',
            icon: IconCopy,
            run: (ids) => {
              const [first] = ids
              if (first !== undefined) making.copy(first)
            },
          },
        ]}
        toolbar={create}
        emptyState={
          <ListEmpty
            icon={IconRoute}
            title="Дорожных карт и планов в этом году нет"
            text="Создайте план работы или дорожную карту: таблица правится как в Excel, строки можно вставить из Word. Программа проследит за сроками. Прежние карты в Word можно загрузить целиком."
            action={buttons}
          />
        }
      />
    </ListTabs>
  )
}
