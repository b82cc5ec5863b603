import { Button, Menu } from '@mantine/core'
import type { ColumnSpec, ListSpec } from '@shared/contract/lists'
import { IconChevronDown, IconFileSpreadsheet } from '@tabler/icons-react'
import { useAction } from '../../../app/actions'
import { call } from '../../../app/api'
import { useGo } from '../../../app/navigation'
import { useCommand } from '../../../app/queries'
import { showDone } from '../../../app/toasts'
import classes from '../DataGrid.module.css'
import type { ListBase } from '../model/rows'

export interface ExcelMenuProps {
  spec: ListSpec
  /** Filter and order of what is shown; a grouped list has its group first in the order. */
  base: ListBase
  /** Columns shown, in order. */
  shown: readonly ColumnSpec[]
}

/** Excel out of the list, as it is shown, and back into it. */
export function ExcelMenu({ spec, base, shown }: ExcelMenuProps) {
  const go = useGo()
  const saveAs = useCommand('shell.saveAs')
  const isWritten = spec.typed === false || spec.columns.some((column) => column.edit !== undefined)
  const load = () => go(isWritten ? `/imports/new?list=${spec.name}` : '/imports/new')
  useAction('import', load)
  const write = async (personal: boolean) => {
    const saved = await saveAs
      .run({
        job: 'papers.list',
        input: { list: spec.name, query: base, columns: shown.map((column) => column.key), personal },
        suggestedName: spec.title,
        kind: 'xlsx',
      })
      .catch(() => null)
    if (saved) {
      showDone('Список записан в Excel.', {
        label: 'Открыть',
        run: () => void call('shell.openFile', { file: saved.file }),
      })
    }
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          size="xs"
          px={10}
          variant="default"
          className={classes.firm}
          aria-label="Excel"
          loading={saveAs.pending}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          <IconFileSpreadsheet size={17} aria-hidden />
          <span className={classes.wideOnly}>&nbsp;Excel</span>
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void write(true)}>Выгрузить в Excel то, что показано</Menu.Item>
        {shown.some((column) => column.personal) && (
          <Menu.Item onClick={() => void write(false)}>Выгрузить без персональных данных</Menu.Item>
        )}
        {isWritten && <Menu.Item onClick={load}>Загрузить из Excel…</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
