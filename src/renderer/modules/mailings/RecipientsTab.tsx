import { Button, Group, Menu, Text } from '@mantine/core'
import type { Input } from '@shared/contract'
import { newUid } from '@shared/contract/fields'
import type { MailingRecipient } from '@shared/contract/mailings'
import { counted } from '@shared/domain/text/plural'
import { IconChevronDown, IconTrash, IconUsersPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { call } from '../../app/api'
import { showError } from '../../app/toasts'
import { TextField } from '../../components/fields/TextField'
import { FormSection } from '../../components/record/FormSection'
import { type RowColumn, RowsEditor } from '../../components/record/RowsEditor'
import { useWhoColumns } from '../../components/record/whoColumns'
import type { MailingPart } from './TextTab'

/** Rows shown at once; the paper has all. */
const SHOWN = 200

/** To whom: filled from a list at once, or one by one. */
export function RecipientsTab({ form }: MailingPart) {
  const { set, value } = form
  const { recipients } = value
  const columns = useColumns(form)
  const [said, setSaid] = useState('')
  const fill = async (source: Input<'mailings.recipients'>['source']) => {
    try {
      const found = await call('mailings.recipients', { source })
      const taken = new Set(recipients.map(keyOf))
      const added = found.filter((one) => !taken.has(keyOf(one)))
      set('recipients', [...recipients, ...added])
      setSaid(
        found.length === 0
          ? 'По этому условию никого не нашлось.'
          : `Добавлено: ${counted(added.length, ['получатель', 'получателя', 'получателей'])}${added.length < found.length ? '; остальные уже в списке' : ''}.`,
      )
    } catch (error) {
      showError(error)
    }
  }
  const year = Number(value.date.slice(0, 4)) || new Date().getFullYear()
  return (
    <FormSection>
      <Group gap={6} mb="sm">
        <Menu position="bottom-start" withinPortal>
          <Menu.Target>
            <Button
              size="xs"
              variant="default"
              leftSection={<IconUsersPlus size={16} aria-hidden />}
              rightSection={<IconChevronDown size={14} aria-hidden />}
            >
              Добавить по списку
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => void fill({ from: 'schools' })}>Все действующие школы</Menu.Item>
            <Menu.Item onClick={() => void fill({ from: 'overdue' })}>Школы с просроченными поручениями</Menu.Item>
            <Menu.Item onClick={() => void fill({ from: 'librarians' })}>Все работающие библиотекари</Menu.Item>
            <Menu.Item onClick={() => void fill({ from: 'anniversaries', year })}>{`Юбиляры ${year} года`}</Menu.Item>
            <Menu.Divider />
            <Menu.Item
              disabled={value.eventId === null}
              onClick={() => void fill({ from: 'event', eventId: value.eventId ?? 0, winnersOnly: true })}
            >
              Победители и призёры мероприятия
            </Menu.Item>
            <Menu.Item
              disabled={value.eventId === null}
              onClick={() => void fill({ from: 'event', eventId: value.eventId ?? 0 })}
            >
              Все участники мероприятия
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {recipients.length > 0 && (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={16} aria-hidden />}
            onClick={() => {
              set('recipients', [])
              setSaid('Список очищен. Вернуть: Ctrl+Z.')
            }}
          >
            Очистить список
          </Button>
        )}
        <Text size="xs" c="dimmed" role="status">
          {said}
        </Text>
      </Group>
      {value.eventId === null && value.kind === 'certificate' && (
        <Text size="xs" c="dimmed" mb="xs">
          Чтобы взять победителей конкурса, выберите мероприятие на вкладке «Текст».
        </Text>
      )}
      <RowsEditor
        path="recipients"
        rows={recipients.slice(0, SHOWN)}
        onChange={(rows) => set('recipients', [...rows, ...recipients.slice(SHOWN)])}
        columns={columns}
        blank={blankRecipient}
        addLabel="Добавить получателя"
        removeLabel="Убрать получателя"
        emptyText="Получателей пока нет. Добавьте школы или библиотекарей списком либо впишите по одному. Пустое ФИО у школы — письмо её директору."
        errorAt={form.errorAt}
        check={form.check}
        folds
      />
      {recipients.length > SHOWN && (
        <Text size="xs" c="dimmed" mt="xs">
          {`Показаны первые ${SHOWN} из ${recipients.length}; в документе будут все.`}
        </Text>
      )}
    </FormSection>
  )
}

const keyOf = ({ schoolId, librarianId, name, organisation }: MailingRecipient): string =>
  librarianId === null && schoolId === null
    ? `${name}|${organisation}`.toLowerCase()
    : `${librarianId}|${schoolId}|${librarianId === null ? name.toLowerCase() : ''}`

function blankRecipient(): MailingRecipient {
  return { uid: newUid(), schoolId: null, librarianId: null, name: '', position: '', organisation: '', reason: '' }
}

function useColumns(form: MailingPart['form']): readonly RowColumn<MailingRecipient>[] {
  const { name, school } = useWhoColumns<MailingRecipient>({
    title: 'ФИО',
    schoolAlone: 'директору школы',
    onWho: (row, who) =>
      form.set(
        'recipients',
        form.value.recipients.map((one) => (one.uid === row.uid ? { ...one, ...who } : one)),
      ),
  })
  return [
    { ...school, width: '24%', span: 6 },
    { ...name, width: '28%', span: 6 },
    {
      key: 'position',
      title: 'Должность',
      width: '18%',
      span: 5,
      cell: (_, cell) => <TextField {...cell('position')} placeholder="должность" />,
    },
    {
      key: 'reason',
      title: 'За что, особые слова',
      span: 6,
      cell: (_, cell) => <TextField {...cell('reason')} placeholder="за что" />,
    },
  ]
}
