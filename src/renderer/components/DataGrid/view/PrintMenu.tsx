import { ActionIcon, Button, Group, Menu, Modal, Text } from '@mantine/core'
import type { Output } from '@shared/contract'
import type { ListSpec } from '@shared/contract/lists'
import { counted } from '@shared/domain/text/plural'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'
import { useState } from 'react'
import { useAction } from '../../../app/actions'
import { call } from '../../../app/api'
import { useCommand } from '../../../app/queries'
import { showDone } from '../../../app/toasts'
import classes from '../DataGrid.module.css'
import type { Groups } from '../model/useGroups'
import type { ListState } from '../model/useListState'

/** More pages than this are asked about first. */
const MANY_PAGES = 40

type Target = 'printer' | 'pdf'
interface Asked {
  paper: Output<'papers.listPage'>
  to: Target
}

/** The list on paper, as it is shown: Ctrl+P, or the button. */
export function PrintMenu({ spec, list, groups }: { spec: ListSpec; list: ListState; groups: Groups }) {
  const preparing = useCommand('papers.listPage')
  const printing = useCommand('shell.print')
  const [asked, setAsked] = useState<Asked | null>(null)
  const print = async ({ paper, to }: Asked) => {
    setAsked(null)
    const printed = await printing.run({ html: paper.html, title: spec.title, to }).catch(() => null)
    const file = printed?.file
    if (file) {
      showDone('Список сохранён в PDF.', { label: 'Открыть', run: () => void call('shell.openFile', { file }) })
    }
  }
  const prepare = async (to: Target) => {
    if (preparing.pending || printing.pending) return
    const paper = await preparing
      .run({ list: spec.name, query: list.base, columns: list.view.columns, closed: groups.closed })
      .catch(() => null)
    if (!paper) return
    if (paper.pages > MANY_PAGES) setAsked({ paper, to })
    else await print({ paper, to })
  }
  useAction('print', () => void prepare('printer'))
  const pages = asked ? counted(asked.paper.pages, ['страница', 'страницы', 'страниц']) : ''
  const rows = asked ? counted(asked.paper.rows, ['строка', 'строки', 'строк']) : ''
  return (
    <>
      <Menu position="bottom-end" returnFocus withInitialFocusPlaceholder={false} withinPortal shadow="md">
        <Menu.Target>
          <ActionIcon
            variant="default"
            size={30}
            aria-label="Печать"
            title="Напечатать список или сохранить в PDF (Ctrl+P)"
            className={classes.firm}
            loading={preparing.pending || printing.pending}
          >
            <IconPrinter size={17} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown aria-label="Печать">
          <Menu.Item
            leftSection={<IconPrinter size={16} aria-hidden />}
            data-autofocus
            rightSection={<span className={classes.menuKeys}>Ctrl+P</span>}
            onClick={() => void prepare('printer')}
          >
            Напечатать то, что показано…
          </Menu.Item>
          <Menu.Item leftSection={<IconFileTypePdf size={16} aria-hidden />} onClick={() => void prepare('pdf')}>
            Сохранить в PDF…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <Modal opened={asked !== null} onClose={() => setAsked(null)} title="Список длинный" size="sm">
        <Text size="sm">
          Выйдет около {pages}: {rows}. Чтобы напечатать меньше, отберите строки условием, скройте лишние столбцы или
          сверните группы.
        </Text>
        <Group justify="flex-end" mt="md" gap="xs">
          <Button variant="default" onClick={() => setAsked(null)}>
            Не печатать
          </Button>
          <Button data-autofocus onClick={() => asked && void print(asked)}>
            {asked?.to === 'pdf' ? 'Сохранить все страницы' : 'Напечатать все страницы'}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
