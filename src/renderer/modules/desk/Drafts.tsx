import { Group, Paper, Text, Title } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { placeOf } from '../../app/modules'
import { useCall } from '../../app/queries'
import { formatMoment } from '../../components/format'
import classes from './Desk.module.css'

const kinds: Readonly<Record<string, { title: string; blankTitle: string; newPlace: string }>> = {
  school: { title: 'Школа', blankTitle: 'Новая школа', newPlace: '/schools?open=new' },
  librarian: { title: 'Библиотекарь', blankTitle: 'Новый библиотекарь', newPlace: '/librarians?open=new' },
  association: { title: 'Объединение', blankTitle: 'Новое объединение', newPlace: '/associations?open=new' },
  meeting: { title: 'Протокол', blankTitle: 'Новый протокол', newPlace: '/meetings/new' },
}

/** Typing that never became a record or a change: nothing typed is lost, and here it is found again. */
export function Drafts() {
  const drafts = useCall('drafts.list', {}, { fresh: true })
  const shown = (drafts.data ?? []).flatMap((draft) => {
    const [record = '', id = ''] = draft.key.split(':')
    const kind = kinds[record]
    if (!kind) return []
    const place = id === 'new' ? kind.newPlace : placeOf(record, Number(id))
    return place === null ? [] : [{ ...draft, place, title: id === 'new' ? kind.blankTitle : kind.title }]
  })
  if (shown.length === 0) return null
  return (
    <Paper withBorder component="section" className={classes.group} aria-labelledby="desk-drafts">
      <Group gap="xs" className={classes.groupHead} data-tone="warning">
        <IconPencil size={18} aria-hidden />
        <Title order={2} size="h4" id="desk-drafts">
          Недописанное
        </Title>
      </Group>
      <ul className={classes.items}>
        {shown.map((draft) => (
          <li key={draft.key} className={classes.line}>
            <a href={`#${draft.place}`} className={classes.item}>
              <span className={classes.words}>
                <Text span size="xs">
                  {draft.title}
                </Text>
                <span className={classes.detail}>изменения не записаны и лежат в черновике</span>
              </span>
              <span className={classes.date}>{formatMoment(draft.savedAt)}</span>
            </a>
          </li>
        ))}
      </ul>
    </Paper>
  )
}
