import { ActionIcon, Button, Group, Paper, Text, Title, Tooltip } from '@mantine/core'
import type { DeskItem, DeskGroup as Found } from '@shared/contract/desk'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconCheck } from '@tabler/icons-react'
import type { DeskKind } from '../../app/desk'
import { placeOf } from '../../app/modules'
import { useCommand } from '../../app/queries'
import { formatDay } from '../../components/format'
import classes from './Desk.module.css'

/** Entries of one kind, the most pressing first; the rest is a list away. */
export function DeskGroup({ kind, group }: { kind: DeskKind; group: Found }) {
  const id = `desk-${kind.kind}`
  const rest = group.count - group.items.length
  return (
    <Paper withBorder component="section" className={classes.group} aria-labelledby={id}>
      <Group justify="space-between" wrap="nowrap" className={classes.groupHead} data-tone={kind.tone}>
        <Group gap="xs" wrap="nowrap">
          <kind.icon size={18} aria-hidden />
          <Title order={2} size="h4" id={id}>
            {kind.title}
          </Title>
        </Group>
        <Text size="xs" className={classes.amount}>
          {counted(group.count, kind.forms)}
        </Text>
      </Group>
      <ul className={classes.items}>
        {group.items.map((item) => (
          <DeskLine key={`${item.record}:${item.id}:${item.uid ?? ''}:${item.title}`} kind={kind} item={item} />
        ))}
      </ul>
      <Button size="compact-xs" variant="subtle" ml="sm" mb="xs" component="a" href={`#${kind.path}`}>
        {rest > 0 ? `Ещё ${formatNumber(rest)}` : kind.pathTitle}
      </Button>
    </Paper>
  )
}

function DeskLine({ kind, item }: { kind: DeskKind; item: DeskItem }) {
  const { step } = kind
  const done = useCommand('desk.done', step ? { success: step.done } : {})
  const place = placeOf(item.record, item.id)
  const content = (
    <>
      <span className={classes.words}>
        <span className={classes.itemTitle}>{item.title}</span>
        {item.detail !== '' && <span className={classes.detail}>{item.detail}</span>}
      </span>
      {item.date && <span className={classes.date}>{formatDay(item.date)}</span>}
    </>
  )
  return (
    <li className={classes.line}>
      {place === null ? (
        <div className={classes.item}>{content}</div>
      ) : (
        <a href={`#${place}${item.uid === null ? '' : `?item=${item.uid}`}`} className={classes.item}>
          {content}
        </a>
      )}
      {step && (
        <Tooltip label={step.title}>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`${step.title}: ${item.title}`}
            loading={done.pending}
            onClick={() => void done.run({ kind: kind.kind, id: item.id, uid: item.uid }).catch(() => undefined)}
          >
            <IconCheck size={17} aria-hidden />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}
