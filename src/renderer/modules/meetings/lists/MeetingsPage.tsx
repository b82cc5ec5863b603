import { ActionIcon, Button, Group, Menu } from '@mantine/core'
import { meetingList } from '@shared/contract/meetings'
import {
  IconDotsVertical,
  IconFileDescription,
  IconFileImport,
  IconFilePlus,
  IconNotes,
  IconTemplate,
  IconTextPlus,
} from '@tabler/icons-react'
import { useGo, useOpenRecord } from '../../../app/navigation'
import { DataGrid } from '../../../components/DataGrid/DataGrid'
import { ListAndPanel } from '../../../components/ListAndPanel'
import { ListEmpty } from '../../../components/ListEmpty'
import { MeetingPanel } from './MeetingPanel'

/** /meetings — every meeting of the school year. */
export function MeetingsPage() {
  const [open, setOpen] = useOpenRecord('/meetings')
  const go = useGo()
  const create = (
    <Button size="xs" leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => go('/meetings/new')}>
      Создать протокол
    </Button>
  )
  const load = (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconFileImport size={16} aria-hidden />}
      onClick={() => go('/old-papers/new')}
    >
      Загрузить из Word…
    </Button>
  )
  return (
    <ListAndPanel
      name="meetings"
      list={
        <DataGrid
          spec={meetingList}
          onOpen={(row) => setOpen(row.id)}
          openId={typeof open === 'number' ? open : null}
          toolbar={
            <Group gap={6} wrap="nowrap">
              <Menu position="bottom-end" withinPortal>
                <Menu.Target>
                  <ActionIcon variant="default" size={30} aria-label="Шаблоны и фразы">
                    <IconDotsVertical size={17} aria-hidden />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item
                    leftSection={<IconTemplate size={16} aria-hidden />}
                    onClick={() => go('/meetings/templates')}
                  >
                    Шаблоны повестки
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconTextPlus size={16} aria-hidden />}
                    onClick={() => go('/meetings/phrases')}
                  >
                    Частые фразы
                  </Menu.Item>
                  <Menu.Item
                    leftSection={<IconFileDescription size={16} aria-hidden />}
                    onClick={() => go('/old-papers')}
                  >
                    Загрузки из Word
                  </Menu.Item>
                </Menu.Dropdown>
              </Menu>
              {load}
              {create}
            </Group>
          }
          emptyState={
            <ListEmpty
              icon={IconNotes}
              title="Заседаний в этом учебном году нет"
              text="Создайте протокол — пустой, по шаблону повестки или как прошлогодний. Его можно вести прямо на заседании. Протоколы прошлых лет загружаются из Word целой папкой."
              action={
                <Group gap={6}>
                  {create}
                  {load}
                </Group>
              }
            />
          }
        />
      }
      panel={typeof open === 'number' ? <MeetingPanel key={open} id={open} onClose={() => setOpen(null)} /> : null}
    />
  )
}
