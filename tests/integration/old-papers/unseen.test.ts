import type { PaperKind } from '@shared/contract/old-papers'
import { readProtocol } from '@store/old-papers/protocol/understand-protocol'
import { readOriginal } from '@store/old-papers/reading/read-original'
import { understandRoadmap } from '@store/old-papers/roadmap/understand-roadmap'
import { describe, expect, it } from 'vitest'
import { expectedOf, foreignPapers, printedOf, TODAY } from '../../support/old-papers/foreign'
import { uncovered } from '../../support/old-papers/protocol-words'
import { uncovered as uncoveredOfPlan } from '../../support/old-papers/roadmap-words'
import { type ScoreEntry, share } from '../../support/old-papers/score'
import { type ProtocolPaper, scoreProtocol } from '../../support/old-papers/score-protocol'
import { type RoadmapPaper, scoreRoadmap } from '../../support/old-papers/score-roadmap'

/**
 * Papers that nobody who worked on the parser has opened: what is right of them is what may be expected of a paper of any
 * district. Nothing is mended by them one by one: the share of all is held, and that no word of any is lost.
 */
const least: Readonly<Record<PaperKind, number>> = { protocol: 0.94, roadmap: 0.97 }

async function scoreOf(kind: PaperKind, file: string): Promise<{ scored: ScoreEntry[]; lost: unknown[] }> {
  const { original } = await readOriginal(file)
  if (kind === 'protocol') {
    const { understood, labels } = readProtocol(original, TODAY)
    const printed = printedOf<ProtocolPaper>(original, understood)
    return { scored: scoreProtocol(printed, expectedOf(file)), lost: uncovered(original, understood, labels) }
  }
  const understood = understandRoadmap(original, TODAY)
  const printed = printedOf<RoadmapPaper>(original, understood)
  return { scored: scoreRoadmap(printed, expectedOf(file)), lost: uncoveredOfPlan(original, understood) }
}

describe.each(Object.keys(least) as PaperKind[])('unseen papers: %s', (kind) => {
  const entries: ScoreEntry[] = []

  it.each(foreignPapers(['unseen'], kind))('%s loses no word', async (name, file) => {
    const { scored, lost } = await scoreOf(kind, file)
    entries.push(...scored)
    console.info(`${name}: ${(share(scored) * 100).toFixed(1)} % из ${scored.length}`)
    expect(lost).toEqual([])
  })

  it(`are right in ${least[kind] * 100} of 100 fields`, () => {
    console.info(`всего ${(share(entries) * 100).toFixed(2)} %`)
    expect(share(entries)).toBeGreaterThanOrEqual(least[kind])
  })
})
