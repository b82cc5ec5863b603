import { counted, formatNumber } from '../../domain/text/plural'
import type { FlowEnd, FlowRibbon, GatheredFlows } from './gather'

/** What the parts of a map of flows say, to the eye and to those who do not see it. */

const COPIES: [string, string, string] = ['экземпляр', 'экземпляра', 'экземпляров']
const WAYS: [string, string, string] = ['направление', 'направления', 'направлений']

export const copiesText = (copies: number): string => counted(copies, COPIES)

export function ribbonText(flows: GatheredFlows, ribbon: FlowRibbon): string {
  const name = (ends: readonly FlowEnd[], at: number | null): string =>
    at === null ? `пункт обмена (${flows.via?.name ?? ''})` : (ends[at]?.name ?? '')
  const titles = counted(ribbon.titles, ['название', 'названия', 'названий'])
  return `${name(flows.givers, ribbon.from)} → ${name(flows.receivers, ribbon.to)}: ${copiesText(ribbon.copies)}, ${titles}`
}

export function endText(end: FlowEnd, side: 'from' | 'to'): string {
  return `${end.name} ${side === 'from' ? 'отдаёт' : 'получает'} ${copiesText(end.copies)}`
}

export function restText(end: FlowEnd, side: 'from' | 'to'): string {
  return `${end.name}, прочее: ${side === 'from' ? 'отдаёт' : 'получает'} ${copiesText(end.rest.copies)} — ${counted(end.rest.flows, WAYS)}`
}

/** «34 школы отдают, 30 получают…»; under the picture. */
export function summaryText({ total }: GatheredFlows): string {
  const givers = counted(total.givers, ['школа отдаёт', 'школы отдают', 'школ отдают'])
  const receivers = counted(total.receivers, ['школа получает', 'школы получают', 'школ получают'])
  const ways = counted(total.flows, ['поездка', 'поездки', 'поездок'])

  return `${givers}, ${receivers}: ${copiesText(total.copies)}, ${ways}`
}

/** What is not drawn by itself; empty when everything is. */
export function restSummary({ rest, ribbons, givers, receivers, total }: GatheredFlows): string {
  if (rest.flows === 0) return ''
  const hidden =
    givers.length < total.givers || receivers.length < total.receivers
      ? `. Показаны ${formatNumber(givers.length)} из ${formatNumber(total.givers)} отдающих и ` +
        `${formatNumber(receivers.length)} из ${formatNumber(total.receivers)} получающих школ`
      : ''
  return (
    `Полосы — ${counted(ribbons.length, ['самое крупное направление', 'самых крупных направления', 'самых крупных направлений'])}; ` +
    `прочие ${counted(rest.flows, WAYS)} (${copiesText(rest.copies)}) — стрелки у школ${hidden}`
  )
}

/** Of the whole picture. */
export function mapDescription(flows: GatheredFlows): string {
  const largest = flows.ribbons.slice(0, 5).map((ribbon) => ribbonText(flows, ribbon))
  const top = largest.length === 0 ? '' : ` Крупнейшие: ${largest.join('; ')}.`
  const rest = restSummary(flows)
  return `Карта потоков между школами. ${summaryText(flows)}.${top}${rest === '' ? '' : ` ${rest}.`}`
}
