import { Button, Group, Modal, ScrollArea, Switch, Text, TextInput } from '@mantine/core'
import { counted } from '@shared/domain/text/plural'
import { IconAlertCircle } from '@tabler/icons-react'
import { useState } from 'react'
import { isRight } from '../../model/cells'
import { type BlockWrite, type Change, countFitting, faultsIn, fittingOf } from '../../model/edit/useBlockWrite'
import classes from './preview.module.css'

/** Rows shown at once: enough to see what is meant, and all the wrong ones that a person would put right by hand. */
const SHOWN_MAX = 200

const cellForms = ['ячейку', 'ячейки', 'ячеек'] as const
const faultForms = ['ошибка', 'ошибки', 'ошибок'] as const
const rowForms = ['новая строка', 'новые строки', 'новых строк'] as const

/** What a paste or a fill would write, with what does not fit, before anything is written. */
export function PastePreview({ write }: { write: BlockWrite }) {
  const change = write.asked
  if (!change) return null
  return <Preview change={change} write={write} />
}

function Preview({ change, write }: { change: Change; write: BlockWrite }) {
  const faults = faultsIn(change)
  const [isFaultyOnly, setFaultyOnly] = useState(faults > 0 && change.rows.length > 20)
  const fitting = countFitting(change)
  const fittingRows = fittingOf(change).rows
  const fresh = fittingRows.filter((row) => row.id === null).length
  const rows = change.rows.map((row, index) => ({ row, index }))
  const wanted = isFaultyOnly && faults > 0 ? rows.filter(({ row }) => isFaulty(row)) : rows
  const shown = wanted.slice(0, SHOWN_MAX)
  return (
    <Modal
      opened
      onClose={write.dismiss}
      title="Что будет записано"
      size="auto"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': 'Закрыть' }}
    >
      <Text size="sm" role="status">
        {fitting > 0 ? `Подходит ${counted(fitting, ['ячейка', 'ячейки', 'ячеек'])}` : 'Ни одна ячейка не подходит'}
        {fresh > 0 ? `, будет ${counted(fresh, rowForms)}` : ''}.
        {faults > 0 ? ` ${counted(faults, faultForms)} — исправьте прямо здесь или вставьте без них.` : ''}
      </Text>
      {faults > 0 && change.rows.length > 1 && (
        <Switch
          mt="xs"
          label="Только строки с ошибками"
          checked={isFaultyOnly}
          onChange={(event) => setFaultyOnly(event.currentTarget.checked)}
        />
      )}
      <ScrollArea.Autosize mah="55vh" mt="sm" type="auto" viewportProps={{ tabIndex: 0 }}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">Строка</th>
              {change.columns.map((column) => (
                <th key={column.key} scope="col" data-right={isRight(column) || undefined}>
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, index }) => (
              <tr key={index}>
                <th scope="row">
                  {row.line === null ? 'новая' : row.line + 1}
                  {row.fault && <Fault sentence={row.fault} />}
                </th>
                {change.columns.map((column) => {
                  const cell = row.cells[column.key]
                  return (
                    <td key={column.key} data-right={isRight(column) || undefined} data-left-out={!cell || undefined}>
                      {cell?.fault && !cell.isComputed ? (
                        <Fix
                          label={`${column.title}, ${row.line === null ? `новая строка ${index + 1}` : `строка ${row.line + 1}`}`}
                          text={cell.text}
                          onFix={(text) => void write.fix(index, column.key, text)}
                        />
                      ) : (
                        cell?.text
                      )}
                      {cell?.fault && <Fault sentence={cell.fault} />}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea.Autosize>
      {shown.length < wanted.length && (
        <Text size="xs" c="dimmed" mt={4}>
          Показаны первые {counted(shown.length, ['строка', 'строки', 'строк'])} из {wanted.length}; записаны будут все.
        </Text>
      )}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={write.dismiss}>
          Отменить
        </Button>
        <Button data-autofocus loading={write.isBusy} disabled={fitting === 0} onClick={() => void write.confirm()}>
          {faults === 0
            ? `Вставить ${counted(fitting, cellForms)}`
            : `Вставить подходящие ячейки (${fitting.toLocaleString('ru')})`}
        </Button>
      </Group>
    </Modal>
  )
}

const isFaulty = (row: Change['rows'][number]): boolean =>
  row.fault !== null || Object.values(row.cells).some((cell) => cell.fault !== null)

function Fault({ sentence }: { sentence: string }) {
  return (
    <span className={classes.fault}>
      <IconAlertCircle size={14} aria-hidden /> {sentence}
    </span>
  )
}

function Fix(props: { label: string; text: string; onFix: (text: string) => void }) {
  const [text, setText] = useState(props.text)
  const give = () => {
    if (text !== props.text) props.onFix(text)
  }
  return (
    <TextInput
      size="xs"
      aria-label={props.label}
      aria-invalid
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={give}
      onKeyDown={(event) => {
        if (event.key === 'Enter') give()
      }}
    />
  )
}
