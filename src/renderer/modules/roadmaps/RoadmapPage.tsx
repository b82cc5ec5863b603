import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { useDraft } from '../../app/useAutosave'
import { RoadmapEditor } from './editor/RoadmapEditor'

/** /roadmaps/:id — one paper, once its record, its draft and the names it may hold are here. */
export function RoadmapPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  return <LoadedRoadmap key={id} id={id} />
}

function LoadedRoadmap({ id }: { id: number }) {
  const record = useCall('roadmaps.get', { id })
  const draft = useDraft(`roadmap:${id}`)
  const librarians = useCall('librarians.options', { limit: 2000 })
  const schools = useCall('schools.options', { limit: 2000 })
  const go = useGo()
  if (record.error) {
    return (
      <Stack p="xl" align="flex-start">
        <Text role="alert">{errorSentence(record.error)}</Text>
        <Button variant="default" onClick={() => go('/roadmaps')}>
          К списку дорожных карт
        </Button>
      </Stack>
    )
  }
  if (!record.data || !librarians.data || !schools.data || draft === undefined) {
    return (
      <Stack p="md" gap="sm" aria-busy>
        <Skeleton height={30} width="40%" />
        <Skeleton height={400} />
      </Stack>
    )
  }
  return <RoadmapEditor record={record.data} draft={draft} librarians={librarians.data} schools={schools.data} />
}
