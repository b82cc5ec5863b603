import { Alert, Button, Group, Text } from '@mantine/core'
import type { OldPaper } from '@shared/contract/old-papers'
import { IconCopy } from '@tabler/icons-react'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import classes from './Review.module.css'
import type { Reviewing } from './useReviewing'

/** What concerns the whole paper: it is there already, it was refused, another window changed it. */
export function Banners({ paper, reviewing }: { paper: OldPaper; reviewing: Reviewing }) {
  const go = useGo()
  const { kind } = reviewing.understood
  const existing =
    paper.duplicateId === null ? null : placeOf(kind === 'protocol' ? 'meeting' : 'roadmap', paper.duplicateId)
  return (
    <>
      {reviewing.conflict ? (
        <Alert color="orange" className={classes.banner} title="Документ тем временем проверяли в другом окне">
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => void reviewing.takeStored()}>
              Показать записанное
            </Button>
            <Button size="xs" onClick={() => void reviewing.keepMine()}>
              Записать моё
            </Button>
          </Group>
        </Alert>
      ) : (
        reviewing.refused && (
          <Alert color="red" className={classes.banner} py="xs" role="alert">
            {reviewing.refused.message}
          </Alert>
        )
      )}
      {paper.duplicate !== '' && (
        <Alert color="orange" className={classes.banner} py="xs" icon={<IconCopy size={18} aria-hidden />}>
          <Group justify="space-between" gap="xs">
            <Text size="sm">{paper.duplicate}. Если это он и есть, сохранять второй раз не нужно.</Text>
            {existing !== null && (
              <Button size="compact-sm" variant="default" onClick={() => go(existing)}>
                Открыть имеющийся
              </Button>
            )}
          </Group>
        </Alert>
      )}
      {paper.state === 'dismissed' && (
        <Alert color="gray" className={classes.banner} py="xs">
          Документ отложен. Если сохранить его, он станет обычной записью.
        </Alert>
      )}
    </>
  )
}
