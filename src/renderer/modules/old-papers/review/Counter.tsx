import { ActionIcon, Group, Tooltip } from '@mantine/core'
import type { Understood } from '@shared/contract/old-papers'
import { IconChevronDown, IconChevronUp, IconCircleCheck, IconHelpCircle } from '@tabler/icons-react'
import classes from './Review.module.css'

export interface CounterProps {
  understood: Understood
  onWalk: (by: 1 | -1) => void
}

/** «Проверить: 5», and the way from one to the next. */
export function Counter({ understood, onWalk }: CounterProps) {
  const unsure = understood.marks.filter((mark) => !mark.sure).length
  const left = understood.unrecognised.length
  const isDone = unsure + left === 0
  return (
    <Group gap={4} wrap="nowrap">
      <span className={classes.counter} data-done={isDone || undefined} role="status">
        {isDone ? <IconCircleCheck size={17} aria-hidden /> : <IconHelpCircle size={17} aria-hidden />}
        {isDone
          ? 'Всё понято'
          : [unsure > 0 && `Проверить: ${unsure}`, left > 0 && `Не понято: ${left}`].filter(Boolean).join(' · ')}
      </span>
      <Tooltip label="Предыдущее (Shift+F8)">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Предыдущее, что нужно проверить"
          aria-keyshortcuts="Shift+F8"
          disabled={isDone}
          onClick={() => onWalk(-1)}
        >
          <IconChevronUp size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
      <Tooltip label="Следующее (F8)">
        <ActionIcon
          variant="default"
          size={30}
          aria-label="Следующее, что нужно проверить"
          aria-keyshortcuts="F8"
          disabled={isDone}
          onClick={() => onWalk(1)}
        >
          <IconChevronDown size={17} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </Group>
  )
}
