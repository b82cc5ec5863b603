/** Formats of the cells of a list. A style is known by its number in the sheet. */
export const style = {
  head: 1,
  headComputed: 2,
  text: 3,
  longText: 4,
  whole: 5,
  grouped: 6,
  hundredths: 7,
  date: 8,
  label: 9,
  totalGrouped: 10,
  totalHundredths: 11,
} as const
/** What is added to the number of a body style for a column that is only shown. */
export const COMPUTED = 9

const DATE = 164
const TEXT = 49
const WHOLE = 1
const GROUPED = 3
const HUNDREDTHS = 4

interface Format {
  numFmt: number
  horizontal: 'left' | 'right' | 'center'
  vertical: 'top' | 'center'
  bold?: boolean
  fill: 0 | 2 | 3 | 4
}

const body: readonly Omit<Format, 'fill'>[] = [
  // «@»: what is typed into the cell later stays text too, so «007» keeps its zeros and «=1+1» is not counted.
  { numFmt: TEXT, horizontal: 'left', vertical: 'top' },
  // Excel 2007 shows a long text of that format as «####».
  { numFmt: 0, horizontal: 'left', vertical: 'top' },
  { numFmt: WHOLE, horizontal: 'right', vertical: 'top' },
  { numFmt: GROUPED, horizontal: 'right', vertical: 'top' },
  { numFmt: HUNDREDTHS, horizontal: 'right', vertical: 'top' },
  { numFmt: DATE, horizontal: 'left', vertical: 'top' },
]
const total: readonly Format[] = [
  { numFmt: 0, horizontal: 'left', vertical: 'top', bold: true, fill: 4 },
  { numFmt: GROUPED, horizontal: 'right', vertical: 'top', bold: true, fill: 4 },
  { numFmt: HUNDREDTHS, horizontal: 'right', vertical: 'top', bold: true, fill: 4 },
]
const head = { numFmt: 0, horizontal: 'center', vertical: 'center', bold: true } as const

const formats: readonly Format[] = [
  { ...head, fill: 2 },
  { ...head, fill: 3 },
  ...body.map((format) => ({ ...format, fill: 0 as const })),
  ...total,
  ...body.map((format) => ({ ...format, fill: 3 as const })),
]

const font = (bold: boolean): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="12"/><color rgb="FF000000"/><name val="Times New Roman"/><family val="1"/></font>`
const fill = (argb: string): string =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${argb}"/><bgColor indexed="64"/></patternFill></fill>`
const side = (name: string): string => `<${name} style="thin"><color rgb="FF7F7F7F"/></${name}>`

function format({ numFmt, horizontal, vertical, bold, fill: fillId }: Format): string {
  return `<xf numFmtId="${numFmt}" fontId="${bold ? 1 : 0}" fillId="${fillId}" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"><alignment horizontal="${horizontal}" vertical="${vertical}" wrapText="1"/></xf>`
}

export const stylesXml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="${DATE}" formatCode="dd\\.mm\\.yyyy"/></numFmts><fonts count="2">${font(false)}${font(true)}</fonts><fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('FFE4E9F0')}${fill('FFF2F2F2')}${fill('FFF7F7F7')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${formats.length + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${formats.map(format).join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
