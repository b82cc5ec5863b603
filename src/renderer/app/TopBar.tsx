import { ActionIcon, NativeSelect, Tooltip } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconHelp, IconSearch } from '@tabler/icons-react'
import { UndoMenu } from '../components/history/UndoMenu'
import { act } from './actions'
import classes from './Frame.module.css'
import { useCall } from './queries'
import { formatSchoolYear, useSchoolYear } from './schoolYear'

/** School year, search, undo (one step or several) and redo. */
export function TopBar({ onSearch }: { onSearch: () => void }) {
  const year = useSchoolYear()
  const stack = useCall('history.stack', {})
  const undo = stack.data?.undo ?? null
  const redo = stack.data?.redo ?? null
  const undoWords = undo ? `Отменить: ${undo.title} (Ctrl+Z)` : (stack.data?.blocked ?? 'Отменять нечего')
  const redoWords = redo ? `Вернуть: ${redo.title} (Ctrl+Y)` : 'Возвращать нечего'
  return (
    <header className={classes.top}>
      <label className={classes.yearLabel} htmlFor="school-year">
        Учебный год
      </label>
      <NativeSelect
        id="school-year"
        size="xs"
        value={year.schoolYear}
        data={year.years.map((one) => ({ value: one, label: formatSchoolYear(one) }))}
        onChange={(event) => year.setSchoolYear(event.currentTarget.value)}
      />
      <button type="button" className={classes.searchButton} onClick={onSearch}>
        <IconSearch size={16} aria-hidden />
        Найти запись или команду
        <kbd>Ctrl+K</kbd>
      </button>
      <Tooltip label={undoWords}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={undoWords}
          aria-disabled={!undo}
          className={undo ? undefined : classes.idle}
          onClick={() => undo && act('undo')}
        >
          <IconArrowBackUp size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <UndoMenu />
      <Tooltip label={redoWords}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={redoWords}
          aria-disabled={!redo}
          className={redo ? undefined : classes.idle}
          onClick={() => redo && act('redo')}
        >
          <IconArrowForwardUp size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Руководство по этому экрану (F1)">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label="Руководство по этому экрану (F1)"
          onClick={() => act('guide')}
        >
          <IconHelp size={19} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </header>
  )
}
