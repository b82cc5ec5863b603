import { Alert, Button } from '@mantine/core'
import type { RoadmapRecord } from '@shared/contract/roadmaps'
import { isTakenOff } from '@shared/domain/roadmap-state'
import { IconGavel } from '@tabler/icons-react'
import { DueStateMark } from '../../../components/DueStateMark'
import { formatDay } from '../../../components/format'
import { RecordPanel } from '../../../components/RecordPanel'
import { Facts } from '../../../components/record/Facts'
import { dueMeaning, duesText } from '../model/cells'
import type { Line } from '../model/lines'
import { Links } from './Links'
import { Marks } from './Marks'
import classes from './Panel.module.css'
import { useMarks } from './useMarks'

export interface ItemPanelProps {
  record: RoadmapRecord
  line: Exclude<Line, { kind: 'section' }>
  onClose: () => void
  onDecide: () => void
}

/** One item or sub-event beside the sheet: where it is, what was done, what fulfils it. */
export function ItemPanel({ record, line, onClose, onDecide }: ItemPanelProps) {
  const { item } = line
  const own = line.kind === 'part' ? line.part : item
  const state = record.states.find(({ itemUid }) => itemUid === line.uid)
  const marks = useMarks(record, line.uid)
  const { words } = dueMeaning(own.dues)
  const kind = line.kind === 'part' ? 'Подпункт' : 'Пункт'
  return (
    <RecordPanel
      title={`${kind}${line.number === '' ? '' : ` ${line.number}`}`}
      subtitle={
        state ? <DueStateMark state={state.state} words={isTakenOff(state) ? 'снято' : undefined} /> : 'ещё не записан'
      }
      onClose={onClose}
      onBlur={marks.autosave.onBlur}
      tabs={[
        {
          id: 'execution',
          title: 'Выполнение',
          content: (
            <div className={classes.container}>
              <p className={classes.text}>{own.title || item.title || 'Без названия'}</p>
              <Facts
                facts={[
                  ...(line.kind === 'part' && item.title !== '' ? [['Пункт', item.title] as const] : []),
                  ['Срок', [duesText(own.dues) || 'не указан', words].filter(Boolean).join(' · ')],
                  ...(state?.deadline ? [['До какого числа', formatDay(state.deadline)] as const] : []),
                  ['Исполнители', item.executors.map(({ text }) => text).join('; ') || 'не указаны'],
                  ...(item.document === '' ? [] : [['Документ', item.document] as const]),
                ]}
              />
              {state && state.words !== '' && <p className={classes.words}>{state.words}</p>}
              {marks.autosave.error && (
                <Alert color="red" mb="sm" role="alert">
                  {marks.autosave.error}
                </Alert>
              )}
              {state ? (
                <>
                  <Marks {...marks} />
                  <Links record={record} itemUid={line.uid} />
                </>
              ) : (
                <p className={classes.none}>
                  Отметки и связи появятся, как только строка запишется: впишите в неё название.
                </p>
              )}
              <Button
                mt="lg"
                size="compact-md"
                variant="default"
                leftSection={<IconGavel size={16} aria-hidden />}
                onClick={onDecide}
                disabled={!state}
              >
                Решение для заседания…
              </Button>
            </div>
          ),
        },
      ]}
    />
  )
}
