import { Button, Tooltip } from '@mantine/core'
import classes from '../DataGrid.module.css'

/** Rows were kept where they stood while she typed; this puts them where the order and the conditions would. */
export function StaleOrder({ onRefresh }: { onRefresh: () => void }) {
  return (
    <div className={classes.stale}>
      <span>Строки стоят, где их правили</span>
      <Tooltip label="Расставить по порядку и условиям списка (F5)">
        <Button size="compact-sm" variant="light" onClick={onRefresh}>
          Обновить порядок
        </Button>
      </Tooltip>
    </div>
  )
}
