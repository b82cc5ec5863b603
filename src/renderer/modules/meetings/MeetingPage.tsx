import { Button, Skeleton, Stack, Text } from '@mantine/core'
import type { Profile } from '@shared/contract/app'
import type { Meeting, MeetingRecord } from '@shared/contract/meetings'
import { useParams, useSearch } from '@tanstack/react-router'
import { useGo } from '../../app/navigation'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { type DraftFound, useDraft } from '../../app/useAutosave'
import { ProtocolEditor } from './editor/ProtocolEditor'
import type { EditorSources } from './editor/useEditorApi'
import { useMeetingEditing } from './editor/useMeetingEditing'
import { itemAt } from './model/agenda'
import { fieldOf, type View, viewOfField } from './model/fields'

/** /meetings/:id — the protocol editor once its record, its draft and its lists are here. */
export function MeetingPage() {
  const params: { id?: string } = useParams({ strict: false })
  const id = Number(params.id)
  return <LoadedMeeting key={id} id={id} />
}

function LoadedMeeting({ id }: { id: number }) {
  const record = useCall('meetings.get', { id })
  const draft = useDraft(`meeting:${id}`)
  const profile = useCall('profile.get', {})
  const sources = useSources()
  const go = useGo()
  if (record.error) {
    return (
      <Stack p="xl" align="flex-start">
        <Text role="alert">{errorSentence(record.error)}</Text>
        <Button variant="default" onClick={() => go('/meetings')}>
          К списку заседаний
        </Button>
      </Stack>
    )
  }
  if (!record.data || !profile.data || !sources || draft === undefined) {
    return (
      <Stack p="md" gap="sm" aria-busy>
        <Skeleton height={30} width="40%" />
        <Skeleton height={400} />
      </Stack>
    )
  }
  return <OpenMeeting record={record.data} draft={draft} profile={profile.data} sources={sources} />
}

interface OpenMeetingProps {
  record: MeetingRecord
  draft: DraftFound
  profile: Profile
  sources: EditorSources
}

function OpenMeeting({ record, draft, profile, sources }: OpenMeetingProps) {
  const search: { decision?: unknown; part?: unknown } = useSearch({ strict: false })
  const editing = useMeetingEditing(record, draft, (meeting) => startView(meeting, search))
  return <ProtocolEditor record={record} profile={profile} sources={sources} editing={editing} />
}

/** Where the editor opens: at the decision a link names, else where the work is. */
function startView(meeting: Meeting, { decision, part }: { decision?: unknown; part?: unknown }): View {
  if (typeof decision === 'string') {
    const found = viewOfField(meeting, fieldOf.decision(decision))
    if (found) return found
  }
  if (part === 'header') return { at: 'header' }
  const [first] = meeting.agenda
  return first ? itemAt(first.uid) : { at: 'header' }
}

function useSources(): EditorSources | null {
  const librarians = useCall('librarians.options', { limit: 2000 })
  const schools = useCall('schools.options', { limit: 2000 })
  const phrases = useCall('meetings.phrases', {})
  const series = useCall('associations.series', {})
  if (!librarians.data || !schools.data || !phrases.data || !series.data) return null
  return { librarians: librarians.data, schools: schools.data, phrases: phrases.data, series: series.data }
}
