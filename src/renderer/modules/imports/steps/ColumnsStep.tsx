import { Alert, NativeSelect, NumberInput, Select, Text } from '@mantine/core'
import type { FileInspection } from '@shared/contract/imports'
import type { ListSpec } from '@shared/contract/lists'
import { formatNumber } from '@shared/domain/text/plural'
import { useState } from 'react'
import { useCall } from '../../../app/queries'
import { ActionBar } from '../../../components/ActionBar'
import classes from '../Imports.module.css'
import { baseName } from '../model/files'
import { canRecognise, constantColumns, importableLists, missingRequired, specOf, takenTwice } from '../model/lists'
import { backTo, compare, type ImportSession, lookAt, setConstant } from '../model/session'
import { MatchTable } from './MatchTable'
import { Waiting } from './Waiting'

/** Second step: which sheet and list it is, and which column is which. */
export function ColumnsStep({ session, inspection }: { session: ImportSession; inspection: FileInspection }) {
  const spec = specOf(inspection.list)
  if (session.busy === 'reading') return <Waiting title="Чтение файла" text="Читаем файл…" />
  if (session.busy === 'comparing') {
    return <Waiting title="Сравнение файла с данными" text="Сравниваем файл с данными…" />
  }
  const matched = [...session.matches.values()]
  const twice = takenTwice(matched)
  const isReady = spec !== null && matched.some((column) => column !== '$key') && twice.size === 0
  return (
    <>
      <section className={classes.body} aria-label="Что в файле">
        <WhatItIs key={inspection.headRow} inspection={inspection} />
        {spec === null ? (
          <Alert color="yellow" title="Не понятно, какой это список">
            Выберите список в поле «Загрузить в список», и программа подберёт столбцы.
          </Alert>
        ) : (
          <>
            <Constants spec={spec} matched={matched} constants={session.constants} />
            <Notes spec={spec} inspection={inspection} matched={[...matched, ...session.constants.keys()]} />
            <MatchTable spec={spec} inspection={inspection} matches={session.matches} twice={twice} />
          </>
        )}
      </section>
      <ActionBar
        back={{ label: 'Другой файл', run: () => backTo('file') }}
        next={{ label: 'Сравнить с данными', run: () => void compare(), disabled: !isReady }}
        note={spec !== null && matched.length === 0 ? 'Укажите хотя бы один столбец.' : null}
      />
    </>
  )
}

function WhatItIs({ inspection }: { inspection: FileInspection }) {
  const [headRow, setHeadRow] = useState<number | string>(inspection.headRow ?? '')
  const readHead = () => {
    if (typeof headRow === 'number' && headRow !== inspection.headRow) void lookAt({ headRow })
  }
  return (
    <div className={classes.whatItIs}>
      <div>
        <div className={classes.fileName}>{baseName(inspection.file)}</div>
        <Text size="sm" c="dimmed">
          {describeFile(inspection)}
        </Text>
      </div>
      <NativeSelect
        label="Лист"
        value={inspection.sheet}
        disabled={inspection.sheets.length < 2}
        data={inspection.sheets.map((sheet) => ({
          value: sheet.name,
          label: `${sheet.name}${sheet.hidden ? ' (скрытый)' : ''} — строк: ${formatNumber(sheet.rows)}`,
        }))}
        onChange={(event) => void lookAt({ sheet: event.currentTarget.value })}
      />
      <NativeSelect
        label="Загрузить в список"
        value={inspection.list ?? ''}
        data={[
          ...(inspection.list === null ? [{ value: '', label: 'Выберите список' }] : []),
          ...importableLists.map((spec) => ({ value: spec.name, label: spec.title })),
        ]}
        onChange={(event) => void lookAt({ list: event.currentTarget.value })}
      />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          readHead()
        }}
      >
        <NumberInput
          label="Строка заголовков"
          className={classes.headRow}
          value={headRow}
          min={1}
          max={1000}
          allowDecimal={false}
          allowNegative={false}
          onChange={setHeadRow}
          onBlur={readHead}
        />
      </form>
    </div>
  )
}

const formats = { xlsx: 'книга Excel', xls: 'книга Excel прежнего образца', csv: 'текст с разделителями' } as const
const delimiters: Readonly<Record<string, string>> = { ';': 'точка с запятой', ',': 'запятая', '\t': 'табуляция' }

function describeFile({ format, encoding, delimiter }: FileInspection): string {
  return [
    formats[format],
    ...(encoding === null ? [] : [`кодировка ${encoding}`]),
    ...(delimiter === null ? [] : [`разделитель — ${delimiters[delimiter] ?? delimiter}`]),
  ].join(', ')
}

interface ConstantsProps {
  spec: ListSpec
  matched: readonly string[]
  constants: ReadonlyMap<string, string>
}

/** A school's own file does not name the school in every row: she names it once. */
function Constants({ spec, matched, constants }: ConstantsProps) {
  const schools = useCall('schools.options', { search: '', limit: 2000 })
  return constantColumns(spec, matched).map((column) => (
    <Select
      key={column.key}
      label={`${column.title} для всех строк`}
      description="В файле такого столбца нет. Если весь файл об одной школе, выберите её здесь."
      className={classes.constant}
      searchable
      clearable
      limit={50}
      nothingFoundMessage="Такой школы нет"
      data={[...new Set(schools.data?.map((school) => school.name) ?? [])]}
      value={constants.get(column.key) ?? null}
      onChange={(value) => setConstant(column.key, value ?? '')}
    />
  ))
}

interface NotesProps {
  spec: ListSpec
  inspection: FileInspection
  matched: readonly string[]
}

/** What she should know before comparing. */
function Notes({ spec, inspection, matched }: NotesProps) {
  const missing = missingRequired(spec, matched)
  const names = missing.map((title) => `«${title}»`).join(', ')
  const isKnown = canRecognise(spec, matched)
  return (
    <>
      {inspection.ownKeys && (
        <Text size="sm" className={classes.good}>
          Файл выгружен из этой программы: каждая строка узнаётся по скрытому ключу.
        </Text>
      )}
      {inspection.notes.map((note) => (
        <Text key={note} size="sm" c="dimmed">
          {note}
        </Text>
      ))}
      {inspection.headRow === null && (
        <Alert color="yellow" title="Заголовки столбцов не нашлись">
          Укажите номер строки с заголовками или выберите столбцы сами.
        </Alert>
      )}
      {!isKnown && matched.length > 0 && (
        <Alert color="yellow" title="Строки не с чем сличить">
          {`По выбранным столбцам нельзя узнать, какие строки уже есть в программе. Укажите столбец ${recognised(spec)}.`}
        </Alert>
      )}
      {isKnown && missing.length > 0 && (
        <Alert color="yellow" title="Новые строки не добавятся">
          {`${missing.length === 1 ? 'В файле не указан столбец' : 'В файле не указаны столбцы'} ${names}. Строки, которые уже есть в программе, обновятся, а новые без этого добавить нельзя.`}
        </Alert>
      )}
    </>
  )
}

function recognised(spec: ListSpec): string {
  const title = (key: string) => `«${spec.columns.find((column) => column.key === key)?.title ?? key}»`
  return spec.identity.map((columns) => columns.map(title).join(' и ')).join(' или ')
}
