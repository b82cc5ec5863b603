import type { ListSpec } from '@shared/contract/lists'
import { formatDate } from '@shared/domain/dates'
import type { SheetColumn } from './list-columns'
import { xml } from './xml'

/** What the parts of the workbook around the rows are made of. */
export interface SheetFrame {
  spec: ListSpec
  columns: readonly SheetColumn[]
  municipality: string
  /** Rows of the list, without head and totals. */
  rows: number
  /** ISO date of writing. */
  today: string
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** Characters over which a portrait page would be reduced too much to read. */
const PORTRAIT_WIDTH = 95
/** Characters of a choice list that a validation holds in itself. */
const INLINE_LIST = 255
/** Empty rows under an empty list that have its choices all the same. */
const SPARE_ROWS = 200

/** A name Excel takes for a sheet: no `[]:*?/\`, at most 31 characters, no apostrophe at its ends. */
export function sheetName(title: string): string {
  const clean = title
    .replace(/[[\]:*?/\\\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const short = [...clean]
    .slice(0, 31)
    .join('')
    .slice(0, 31)
    .replace(/^'+|'+$/g, '')
    .trim()
  // Excel keeps «History» for itself.
  return short === '' || /^(history|журнал)$/i.test(short) ? `Список ${short}`.trim() : short
}

/** All parts but the sheet and the styles: name and text. */
export function bookParts(frame: SheetFrame, now: Date): [name: string, text: string][] {
  const { spec, columns, rows } = frame
  const name = sheetName(spec.title)
  const quoted = xml(`'${name.replaceAll("'", "''")}'`)
  const last = columns.at(-1)?.letter ?? 'B'
  const stamp = now.toISOString().replace(/\.\d+Z$/, 'Z')
  const relation = (id: number, type: string, target: string): string =>
    `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`
  const relations = (...all: string[]): string =>
    `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`
  return [
    [
      '[Content_Types].xml',
      `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      relations(
        relation(1, `${RELATIONS}/officeDocument`, 'xl/workbook.xml'),
        relation(2, `${PACKAGE}/relationships/metadata/core-properties`, 'docProps/core.xml'),
      ),
    ],
    [
      'docProps/core.xml',
      `${DECLARATION}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(spec.title)}</dc:title><dc:creator>Методист</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${stamp}</dcterms:created></cp:coreProperties>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        relation(1, `${RELATIONS}/worksheet`, 'worksheets/sheet1.xml'),
        relation(2, `${RELATIONS}/styles`, 'styles.xml'),
      ),
    ],
    [
      'xl/workbook.xml',
      // Names for the filter and for the head repeated on every printed page. Formulas are counted when it is opened.
      `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${xml(name)}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${quoted}!$A$1:$${last}$${rows + 1}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="0">${quoted}!$1:$1</definedName></definedNames><calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>`,
    ],
  ]
}

/** Whether a row of sums stands under the rows. */
export const hasTotals = (columns: readonly SheetColumn[], rows: number): boolean =>
  rows > 0 && columns.some((column) => column.spec.total === 'sum')

/** The sheet up to its rows. */
export function sheetStart({ columns, rows }: SheetFrame): string {
  const last = columns.at(-1)?.letter ?? 'B'
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 2}" max="${index + 2}" width="${width.toFixed(2)}" customWidth="1"/>`,
  )
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}${rows + (hasTotals(columns, rows) ? 2 : 1)}"/><sheetViews><sheetView workbookViewId="0" tabSelected="1"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="B2" sqref="B2"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="17"/><cols><col min="1" max="1" width="9" hidden="1" customWidth="1"/>${widths.join('')}</cols><sheetData>`
}

/** The sheet after its rows: filter, lists to choose from, print set-up. */
export function sheetEnd(frame: SheetFrame): string {
  const { spec, columns, rows } = frame
  const last = columns.at(-1)?.letter ?? 'B'
  const all = columns.reduce((sum, column) => sum + column.width, 0)
  const checks = columns.flatMap((column) => validation(column, rows))
  const texts = columns
    .filter((column) => column.spec.type === 'text')
    .map(({ letter }) => `${letter}1:${letter}${rows + 1}`)
  // The filter covers the keys too: sorting by it moves them with their rows.
  return `</sheetData><autoFilter ref="A1:${last}${rows + 1}"/>${
    checks.length === 0 ? '' : `<dataValidations count="${checks.length}">${checks.join('')}</dataValidations>`
  }<pageMargins left="0.4" right="0.4" top="0.75" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${
    all > PORTRAIT_WIDTH ? 'landscape' : 'portrait'
  }" fitToWidth="1" fitToHeight="0"/><headerFooter><oddHeader>${xml(
    `&L${plain(frame.municipality.slice(0, 120))}&R${plain(spec.title)}`,
  )}</oddHeader><oddFooter>${xml(`&L${formatDate(frame.today, 'digits')}&RСтраница &P из &N`)}</oddFooter></headerFooter>${
    texts.length === 0
      ? ''
      : `<ignoredErrors><ignoredError sqref="${texts.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`
  }</worksheet>`
}

/** `&` is a command in heads and feet of pages. */
const plain = (text: string): string => text.replaceAll('&', '&&')

function validation({ spec, letter, computed }: SheetColumn, rows: number): string[] {
  const lastRow = Math.max(rows, SPARE_ROWS) + 1
  if (computed) {
    return [
      `<dataValidation allowBlank="1" showInputMessage="1" promptTitle="Считает программа" prompt="Этот столбец только для чтения: при загрузке файла обратно он не учитывается." sqref="${letter}1:${letter}${rows + 1}"/>`,
    ]
  }
  if (spec.edit === undefined) return []
  const isStrict = spec.type === 'choice' || spec.type === 'boolean'
  const options =
    spec.type === 'boolean'
      ? ['да', 'нет']
      : ((spec.choices ? Object.values(spec.choices) : spec.edit.suggestions) ?? [])
  const list = options.join(',')
  if (options.length === 0 || list.length > INLINE_LIST || options.some((name) => /[,"]/.test(name))) return []
  const refusal = `showErrorMessage="1" errorTitle="Такого значения нет" error="Выберите значение из списка: стрелка справа от ячейки."`
  return [
    `<dataValidation type="list" allowBlank="1"${isStrict ? ` ${refusal}` : ''} sqref="${letter}2:${letter}${rows > 0 ? rows + 1 : lastRow}"><formula1>${xml(`"${list}"`)}</formula1></dataValidation>`,
  ]
}
