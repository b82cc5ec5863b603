import type { Profile } from '../../contract/app'
import type { ReportData } from '../../contract/reports'
import { line } from '../block-makers'
import { type Block, PAGE_MM, type PageSetup, plainText } from '../model'
import { looks } from '../styles'
import { paragraphs } from '../text'

/** The first page: who reports to whom, of what, where and when. */
export function coverBlocks({ report, head }: ReportData, profile: Profile, page: PageSetup): Block[] {
  const owner = [head.authority, head.association].filter((text) => text.trim() !== '')
  const top: Block[] = [
    ...(owner.length === 0 ? [head.municipality] : owner).map((text) => line('attribute', text, centred)),
    ...addressee(report.addressee, head.authority),
  ]
  const middle = [line('title', report.title)]
  const foot = [
    line('attribute', [place(head.municipality, profile), head.on.slice(0, 4)].filter(Boolean).join(', '), centred),
  ]
  const free = pagePt(page) - SLACK_PT - heightPt([...top, ...middle, ...foot], page)
  const above = Math.max(20, Math.floor(free * 0.42))
  return [
    ...top,
    { kind: 'spacer', heightPt: above },
    ...middle.map((block) => ({ ...block, keepNext: false })),
    { kind: 'spacer', heightPt: Math.max(20, Math.floor(free) - above) },
    ...foot,
    { kind: 'page-break' },
  ]
}

const centred = { align: 'center' } as const

/** The authority named above as the owner of the paper is not its addressee twice. */
function addressee(text: string, authority: string): Block[] {
  const lines = paragraphs(text)
  if (lines.length === 0 || lines.join(' ') === paragraphs(authority).join(' ')) return []
  return [{ kind: 'spacer', heightPt: 24 }, ...lines.map((one) => line('corner', one))]
}

const place = (municipality: string, { region }: Profile): string => municipality.trim() || region.trim()

/** The foot must not slip onto the next page where another program breaks a line more. */
const SLACK_PT = 40
const PT_PER_MM = 72 / 25.4
const LINE_PT = 16.2
/** Broad letters: rather a line too many. */
const LETTER_PT = 14 * 0.56

function pagePt({ marginsMm }: PageSetup): number {
  return (PAGE_MM.height - marginsMm.top - marginsMm.bottom) * PT_PER_MM
}

/** At most so high: an estimate that errs upwards. */
function heightPt(blocks: readonly Block[], { marginsMm }: PageSetup): number {
  const textMm = PAGE_MM.width - marginsMm.left - marginsMm.right
  return blocks.reduce((sum, block) => {
    if (block.kind === 'spacer') return sum + block.heightPt
    if (block.kind !== 'paragraph') return sum
    const { leftMm, afterPt } = looks[block.style]
    const lines = Math.ceil((plainText(block.runs).length * LETTER_PT) / ((textMm - leftMm) * PT_PER_MM))
    return sum + Math.max(1, lines) * LINE_PT + afterPt
  }, 0)
}
