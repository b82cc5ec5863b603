import { Button, Group, Modal } from '@mantine/core'
import type { EventParticipant } from '@shared/contract/events'
import { type ReactNode, useState } from 'react'
import { useCall } from '../../app/queries'
import { LibrariansChoice } from '../../components/LibrariansChoice'
import { SchoolsChoice } from '../../components/SchoolsChoice'
import { blankParticipant } from './words'

interface AddingProps {
  /** In the roster already. */
  taken: readonly number[]
  onAdd: (rows: readonly EventParticipant[]) => void
  onClose: () => void
}

/** Many schools at once: each takes part as a whole until people of it are named. */
export function AddSchools({ taken, onAdd, onClose }: AddingProps) {
  const [chosen, setChosen] = useState<number[]>([])
  return (
    <Adding
      title="Добавить школы"
      count={chosen.length}
      onClose={onClose}
      onAdd={() => onAdd(chosen.map((schoolId) => blankParticipant({ schoolId })))}
    >
      <SchoolsChoice label="Школы-участницы" value={chosen} onChange={setChosen} except={taken} />
    </Adding>
  )
}

/** Many people of the bank at once, each with the school she works at. */
export function AddLibrarians({
  taken,
  onAdd,
  onClose,
  associationId,
}: AddingProps & { associationId: number | null }) {
  const [chosen, setChosen] = useState<number[]>([])
  const people = useCall('librarians.options', { limit: 2000 })
  const schools = useCall('schools.options', { limit: 2000 })
  const rows = (): EventParticipant[] =>
    chosen.flatMap((librarianId) => {
      const known = people.data?.find((one) => one.id === librarianId)
      if (!known) return []
      const school = schools.data?.find((one) => one.name === known.school)
      return [blankParticipant({ librarianId, name: known.name, schoolId: school?.id ?? null })]
    })
  return (
    <Adding title="Добавить библиотекарей" count={chosen.length} onClose={onClose} onAdd={() => onAdd(rows())}>
      <LibrariansChoice
        label="Участники из банка"
        value={chosen}
        onChange={setChosen}
        except={taken}
        associationId={associationId}
      />
    </Adding>
  )
}

interface DialogProps {
  title: string
  count: number
  onAdd: () => void
  onClose: () => void
  children: ReactNode
}

function Adding({ title, count, onAdd, onClose, children }: DialogProps) {
  return (
    <Modal opened onClose={onClose} title={title} size="lg">
      {children}
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" onClick={onClose}>
          Отмена
        </Button>
        <Button
          disabled={count === 0}
          onClick={() => {
            onAdd()
            onClose()
          }}
        >
          {count === 0 ? 'Добавить' : `Добавить: ${count}`}
        </Button>
      </Group>
    </Modal>
  )
}
