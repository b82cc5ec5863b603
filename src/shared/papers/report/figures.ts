import type { Figure, Said, SectionContent } from '../../contract/report-content'
import type { SeenFigures } from '../../contract/reports'
import { formatMoney, formatNumber, type PluralForms, plural } from '../../domain/text/plural'

/** Figures of a report in words, and how they stand to those seen before. */

const NBSP = '\u00A0'

/** «12», «3,5», «1 234,50 руб.», «87,5 %»; «—» for what cannot be said. */
export function formatFigure({ unit, suffix }: Pick<Figure, 'unit' | 'suffix'>, value: number | null): string {
  if (value === null) return '—'
  if (unit === 'money') return formatMoney(value, suffix === '' ? 'руб.' : suffix)
  return `${formatNumber(wholes(unit, value))}${suffix === '' ? '' : NBSP + suffix}`
}

/** The number people read: 125 tenths are 12,5. */
function wholes(unit: Figure['unit'], value: number): number {
  if (unit === 'tenths') return value / 10
  return unit === 'hundredths' ? value / 100 : value
}

/** The figure as a stretch of a sentence: «4 заседания» with the forms of the noun, «29» without. */
export function say(figure: Figure, forms?: PluralForms): Said {
  const number = formatFigure(figure, figure.value)
  const noun =
    forms === undefined || figure.value === null ? '' : NBSP + plural(wholes(figure.unit, figure.value), forms)
  return { text: number + noun, figure: figure.key }
}

export interface FigureChange {
  part: string
  key: string
  title: string
  before: string
  after: string
}

/** Numbers of a section by «part/key»: what a text beside them is compared with. */
export function figuresOf(content: SectionContent): Map<string, Figure & { part: string }> {
  return new Map(
    content.parts.flatMap((part) =>
      part.figures.map((figure) => [`${part.key}/${figure.key}`, { ...figure, part: part.key }] as const),
    ),
  )
}

/** What she has seen, to be kept with the piece; `part` null: of the whole section. */
export function seenNow(content: SectionContent, part: string | null): SeenFigures {
  return Object.fromEntries(
    content.parts
      .filter((one) => part === null || one.key === part)
      .flatMap((one) => one.figures.map((figure) => [`${one.key}/${figure.key}`, figure.value])),
  )
}

/** What has changed since; figures that were not there are no change of a number. */
export function changesSince(seen: SeenFigures | null, content: SectionContent): FigureChange[] {
  if (seen === null) return []
  return [...figuresOf(content)].flatMap(([path, figure]) => {
    const before = seen[path]
    if (before === undefined || before === figure.value) return []
    return [
      {
        part: figure.part,
        key: figure.key,
        title: figure.title,
        before: formatFigure(figure, before),
        after: formatFigure(figure, figure.value),
      },
    ]
  })
}
