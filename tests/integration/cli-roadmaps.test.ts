import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { cli, demoFolder } from './support/cli'
import { temporaryFolder } from './support/store'

it('road maps are listed, shown and exported by the command line', async () => {
  const data = await demoFolder()
  const run = async (...args: string[]) => {
    const ran = await cli([...args, '--data', data])
    expect(ran).toMatchObject({ code: 0 })
    return ran.out
  }
  const { rows } = JSON.parse(await run('list', 'roadmaps', '--json')) as { rows: { id: number; title: string }[] }
  const id = String(rows.find((row) => row.title.includes('дорожная карта'))?.id)
  expect(await run('show', 'roadmap', id)).toContain('Подготовка Узловской школы к экспертизе')
  const items = JSON.parse(await run('list', 'roadmap-items', '--json')) as { rows: { id: number }[] }
  expect(items.rows.length).toBeGreaterThan(40)
  expect(await run('show', 'roadmap-item', String(items.rows[0]?.id))).toContain('Дорожная карта, запись №')

  const folder = temporaryFolder()
  for (const [paper, file, ...more] of [
    ['roadmap', 'map.docx', '--execution'],
    ['roadmap', 'map.xlsx'],
    ['roadmap-report', 'report.docx', '--date', '01.06.2026'],
    ['roadmap-report', 'report.xlsx'],
    ['roadmap-year', 'year.docx'],
  ] as const) {
    const out = join(folder, file)
    await run('export', paper, id, '--out', out, ...more)
    expect(existsSync(out)).toBe(true)
  }
})
