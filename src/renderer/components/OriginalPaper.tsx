import { Button, Menu } from '@mantine/core'
import { IconFileDescription } from '@tabler/icons-react'
import { useGo } from '../app/navigation'
import { useCall } from '../app/queries'

export interface OriginalPaperProps {
  record: 'meeting' | 'roadmap'
  id: number
}

/** The way to the Word file a record was read from; nothing where there is none. */
export function OriginalPaperButton(props: OriginalPaperProps) {
  const paper = useCall('oldPapers.of', props)
  const go = useGo()
  if (!paper.data) return null
  const { id, file } = paper.data
  return (
    <Button
      size="compact-md"
      variant="default"
      title={file}
      leftSection={<IconFileDescription size={16} aria-hidden />}
      onClick={() => go(`/old-papers/${id}`)}
    >
      Исходный документ
    </Button>
  )
}

/** The same in a menu. */
export function OriginalPaperItem(props: OriginalPaperProps) {
  const paper = useCall('oldPapers.of', props)
  const go = useGo()
  if (!paper.data) return null
  const { id, file } = paper.data
  return (
    <Menu.Item
      title={file}
      leftSection={<IconFileDescription size={16} aria-hidden />}
      onClick={() => go(`/old-papers/${id}`)}
    >
      Исходный документ
    </Menu.Item>
  )
}
