import { Button, Group, Text } from '@mantine/core'
import { type EventParticipant, participantRoles } from '@shared/contract/events'
import { counted } from '@shared/domain/text/plural'
import { IconSchool, IconUsersPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { NumberField } from '../../components/fields/NumberField'
import { TextField } from '../../components/fields/TextField'
import { choiceColumn } from '../../components/record/cells'
import { FieldGrid, FormSection } from '../../components/record/FormSection'
import { type RowColumn, RowsEditor } from '../../components/record/RowsEditor'
import { useWhoColumns } from '../../components/record/whoColumns'
import { AddLibrarians, AddSchools } from './AddParticipants'
import type { EventPart } from './MainTab'
import { blankParticipant } from './words'

type Role = EventParticipant['role']

/** How many there were, and who by name. */
export function ParticipantsTab({ form }: EventPart) {
  const { bind, set, value } = form
  const [adding, setAdding] = useState<'schools' | 'librarians' | null>(null)
  const columns = useColumns(form)
  const { participants } = value
  const add = (rows: readonly EventParticipant[]) => set('participants', [...participants, ...rows])
  return (
    <>
      <FormSection>
        <FieldGrid>
          <NumberField {...bind('people')} />
          <NumberField {...bind('students')} />
        </FieldGrid>
        <Text size="xs" c="dimmed" mt={6}>
          Сколько было людей всего, если их считали. Кто именно — ниже.
        </Text>
      </FormSection>
      <FormSection title="Кто участвовал">
        <Group gap={6} mb="sm">
          <Button
            size="xs"
            variant="default"
            leftSection={<IconSchool size={16} aria-hidden />}
            onClick={() => setAdding('schools')}
          >
            Добавить школы…
          </Button>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconUsersPlus size={16} aria-hidden />}
            onClick={() => setAdding('librarians')}
          >
            Добавить библиотекарей…
          </Button>
          {participants.length > 0 && (
            <Text size="xs" c="dimmed">
              {summaryOf(participants)}
            </Text>
          )}
        </Group>
        <RowsEditor
          path="participants"
          rows={participants}
          onChange={(rows) => set('participants', rows)}
          columns={columns}
          blank={() => blankParticipant()}
          addLabel="Добавить участника"
          removeLabel="Убрать участника"
          emptyText="Участников пока нет. Отметьте школы или библиотекарей списком либо впишите по одному: гостей и детей тоже."
          errorAt={form.errorAt}
          check={form.check}
          folds
        />
      </FormSection>
      {adding === 'schools' && (
        <AddSchools
          taken={participants.flatMap((one) => one.schoolId ?? [])}
          onAdd={add}
          onClose={() => setAdding(null)}
        />
      )}
      {adding === 'librarians' && (
        <AddLibrarians
          taken={participants.flatMap((one) => one.librarianId ?? [])}
          associationId={value.associationId}
          onAdd={add}
          onClose={() => setAdding(null)}
        />
      )}
    </>
  )
}

function useColumns(form: EventPart['form']): readonly RowColumn<EventParticipant>[] {
  const { name, school } = useWhoColumns<EventParticipant>({
    title: 'Участник',
    schoolAlone: 'вся школа',
    onWho: (row, who) => {
      // Someone of the bank is one, whatever was counted in her place.
      const over = who.librarianId === null ? who : { ...who, count: null }
      form.set(
        'participants',
        form.value.participants.map((one) => (one.uid === row.uid ? { ...one, ...over } : one)),
      )
    },
  })
  return [
    { ...name, width: '31%', span: 8 },
    choiceColumn<EventParticipant, Role>('role', 'Роль', participantRoles, { width: '18%', span: 4 }),
    { ...school, width: '25%', span: 5 },
    {
      key: 'result',
      title: 'Результат',
      span: 5,
      cell: (_, cell) => <TextField {...cell('result')} placeholder="результат" />,
    },
    {
      key: 'count',
      title: 'Чел.',
      width: '9%',
      span: 2,
      cell: (row, cell) =>
        row.librarianId === null || row.count !== null ? <NumberField {...cell('count')} placeholder="чел." /> : null,
    },
  ]
}

/** «12 школ, 8 библиотекарей, 3 победителя и призёра». */
function summaryOf(participants: readonly EventParticipant[]): string {
  const distinct = (ids: readonly (number | null)[]): number => new Set(ids.filter((id) => id !== null)).size
  const winners = participants.filter(({ role }) => role === 'winner' || role === 'runnerUp').length
  return [
    counted(distinct(participants.map((one) => one.schoolId)), ['школа', 'школы', 'школ']),
    counted(distinct(participants.map((one) => one.librarianId)), ['библиотекарь', 'библиотекаря', 'библиотекарей']),
    winners === 0 ? '' : counted(winners, ['награждённый', 'награждённых', 'награждённых']),
  ]
    .filter((words) => words !== '' && !words.startsWith('0 '))
    .join(', ')
}
