import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** The screen as it stands has no accessibility fault that axe calls serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy mode: the other one opens a second page, which Electron refuses.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const serious = violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map(
      (violation) =>
        `${violation.id}: ${violation.nodes.map((node) => `${node.html.slice(0, 200)} (${node.failureSummary ?? ''})`).join(' | ')}`,
    )
  expect(serious).toEqual([])
}
