import { Button, Skeleton, Stack, Text } from '@mantine/core'
import { useParams } from '@tanstack/react-router'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { useDraft } from '../../app/useAutosave'
import { Composer } from './composer/Composer'

/** /reports/:id — one report, once its record and its draft are here; the numbers come section by section. */
export function ReportPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  return <LoadedReport key={id} id={id} />
}

function LoadedReport({ id }: { id: number }) {
  const record = useCall('reports.get', { id })
  const draft = useDraft(`report:${id}`)
  const profile = useCall('profile.get', {})
  const catalogue = useCall('reports.catalogue', {})
  const submitted = record.data?.state === 'submitted'
  const frozen = useCall('reports.frozen', { id }, { enabled: submitted })
  const go = useGo()
  const error = record.error ?? (submitted ? frozen.error : null)
  if (error) {
    return (
      <Stack p="xl" align="flex-start">
        <Text role="alert">{errorSentence(error)}</Text>
        <Button variant="default" onClick={() => go('/reports')}>
          К списку отчётов
        </Button>
      </Stack>
    )
  }
  if (!record.data || !profile.data || !catalogue.data || draft === undefined || (submitted && !frozen.data)) {
    return (
      <Stack p="md" gap="sm" aria-busy>
        <Skeleton height={30} width="40%" />
        <Skeleton height={400} />
      </Stack>
    )
  }
  return (
    <Composer
      record={record.data}
      draft={draft}
      profile={profile.data}
      catalogue={catalogue.data}
      frozen={submitted ? (frozen.data?.data ?? null) : null}
    />
  )
}
