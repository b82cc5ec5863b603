import { expect, test } from 'playwright/test'
import { launch, screenshot } from './support/app'

test('the window opens and reaches the store', async () => {
  const { app, page, dataDir, close } = await launch()
  try {
    const status = await page.evaluate(() => window.metodist.call('app.status', {}))
    expect(status).toMatchObject({ ok: true, value: { dataDir, initialised: false } })
    expect(await app.evaluate(({ app: electronApp }) => electronApp.getName())).toBe('Методист')
    await screenshot(page, 'smoke-first-window')
  } finally {
    await close()
  }
})
