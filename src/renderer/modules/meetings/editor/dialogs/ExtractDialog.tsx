import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core'
import type { Meeting } from '@shared/contract/meetings'
import { useState } from 'react'
import { SchoolField } from '../../../../components/fields/SchoolField'
import { WordButton } from '../../../../components/paper/WordButton'
import { decisionNumbersOf } from '../../model/remarks'

export interface ExtractDialogProps {
  meeting: Meeting
  /** The decision with the caret, if any. */
  decisionUid: string | null
  onDone: (number: string, schoolId: number | null, templateId: number | null) => void
  onClose: () => void
}

/** Which decision goes to which school. */
export function ExtractDialog({ meeting, decisionUid, onDone, onClose }: ExtractDialogProps) {
  const numbers = decisionNumbersOf(meeting)
  const decisions = [...meeting.agenda.flatMap((item) => item.decisions), ...meeting.decisions]
  const data = decisions.map((decision) => ({
    value: numbers.get(decision.uid) ?? '',
    label: `${numbers.get(decision.uid)}. ${decision.text.replace(/\s+/gu, ' ').slice(0, 90)}`,
  }))
  const [number, setNumber] = useState<string | null>(numbers.get(decisionUid ?? '') ?? data[0]?.value ?? null)
  const [schoolId, setSchoolId] = useState<number | null>(null)
  return (
    <Modal opened onClose={onClose} title="Выписка из протокола" size={560}>
      {data.length === 0 ? (
        <Stack gap="sm">
          <Text>В протоколе пока нет решений: выписывать нечего.</Text>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Закрыть
            </Button>
          </Group>
        </Stack>
      ) : (
        <Stack gap="sm">
          <Select
            label="Решение"
            data={data}
            value={number}
            onChange={setNumber}
            allowDeselect={false}
            size="sm"
            data-autofocus
          />
          <SchoolField
            label="Какой школе"
            description="Пусто — тем, кому поручено решение"
            value={schoolId}
            onChange={setSchoolId}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Вернуться
            </Button>
            <WordButton
              disabled={number === null}
              onSave={(templateId) => number !== null && onDone(number, schoolId, templateId)}
            />
          </Group>
        </Stack>
      )}
    </Modal>
  )
}
