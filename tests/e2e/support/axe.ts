import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from 'playwright/test'

/** The screen as it stands has no accessibility fault that axe calls serious or critical. */
export async function expectAccessible(page: Page): Promise<void> {
  // Legacy mode: the other one opens a second page, which Electron refuses.
  expect(await faults(new AxeBuilder({ page }).setLegacyMode(true))).toEqual([])
}

/** The same, and its colours in the other theme too: all that a theme changes. The screen is left as it was. */
export async function expectAccessibleInBothThemes(page: Page): Promise<void> {
  await expectAccessible(page)
  const shown = await showTheme(page, null)
  await showTheme(page, shown === 'dark' ? 'light' : 'dark')
  try {
    expect(await faults(new AxeBuilder({ page }).setLegacyMode(true).withRules(['color-contrast']))).toEqual([])
  } finally {
    await showTheme(page, shown)
  }
}

/** Shows a theme without a moment of passing from one to the other; answers the one shown. */
function showTheme(page: Page, theme: string | null): Promise<string> {
  return page.evaluate((wanted) => {
    const { documentElement: root } = document
    if (wanted !== null) {
      root.setAttribute('data-mantine-color-scheme', wanted)
      for (const one of document.getAnimations()) if (one instanceof CSSTransition) one.finish()
    }
    return root.getAttribute('data-mantine-color-scheme') ?? 'light'
  }, theme)
}

async function faults(axe: AxeBuilder): Promise<string[]> {
  const { violations } = await axe.analyze()
  return violations
    .filter((violation) => violation.impact === 'serious' || violation.impact === 'critical')
    .map((violation) => {
      const places = violation.nodes.map((node) => `${node.html.slice(0, 200)} (${node.failureSummary ?? ''})`)
      return `${violation.id}: ${places.join(' | ')}`
    })
}
