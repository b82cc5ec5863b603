import { ActionIcon, Tooltip } from '@mantine/core'
import type { ListSpec } from '@shared/contract/lists'
import { IconHistory } from '@tabler/icons-react'
import { useGo } from '../../app/navigation'

/** From a list to its own history. */
export function ListHistoryButton({ spec }: { spec: ListSpec }) {
  const go = useGo()
  return (
    <Tooltip label="История списка: кто и что менял">
      <ActionIcon
        variant="default"
        size={30}
        aria-label={`История списка «${spec.title}»`}
        onClick={() => go(`/history?list=${spec.name}`)}
      >
        <IconHistory size={17} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
