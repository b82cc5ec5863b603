import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { newUid } from '@shared/contract/fields'
import { afterAll, expect, it } from 'vitest'
import { headingLine, wordTemplate } from '../support/word-templates'
import { madeDistrict, openDistrict } from './support/districts'
import { ms, printFigures } from './support/figures'

/** Letters to a thousand schools by her own templates: as one file and as a file for each. */
const base = mkdtempSync(join(tmpdir(), 'metodist-letters-'))
afterAll(() => rmSync(base, { recursive: true, force: true }))

const MANY = 1000
const BUDGET = 30_000

it('a thousand letters', async () => {
  const { store, call } = openDistrict(await madeDistrict(MANY))
  const made = async (name: string, lines: Parameters<typeof wordTemplate>[0]['lines']): Promise<number> => {
    const file = join(base, `${name}.docx`)
    writeFileSync(
      file,
      await wordTemplate({ header: 'Управление образования. Для {школа}', footer: '{методист}', lines }),
    )
    return (await call('templates.add', { file })).id
  }
  const templates = [
    ['her letter', await made('Письмо', [headingLine('{тема}'), '{кому}', '{обращение}', '{текст}', '{подписавший}'])],
    ['her letterhead', await made('Бланк', ['№ {номер}', '{документ}', 'Исп. {методист}'])],
    ['our own look', null],
  ] as const
  const blank = await call('mailings.blank', {})
  const recipients = (await call('mailings.recipients', { source: { from: 'schools' } })).slice(0, MANY)

  expect(recipients).toHaveLength(MANY)
  for (const [what, templateId] of templates) {
    const mailing = {
      ...blank,
      templateId,
      title: `О сверке учебников, ${what}`,
      text: 'Просим {школа} до 10 декабря сверить фонд учебников.\nОтветьте письмом.\nФорма прилагается.',
      recipients: recipients.map((one) => ({ ...one, uid: newUid() })),
    }
    const { id } = await call('mailings.save', { id: null, revision: null, mailing })
    const timed = async <T>(work: () => Promise<T>): Promise<[number, T]> => {
      const began = performance.now()
      const done = await work()
      return [performance.now() - began, done]
    }
    const out = join(base, `${templateId}.docx`)
    const [whole] = await timed(() => call('papers.mailing', { id, out }))
    const [each, files] = await timed(() => call('papers.mailing', { id, separately: true, out: base }))
    expect(readdirSync(files.file)).toHaveLength(MANY)
    printFigures(`${MANY} letters, ${what}, load ${loadavg()[0]?.toFixed(1)}`, [
      {
        what: `one file, ${Math.round(statSync(out).size / 1024)} kB`,
        value: ms(whole),
        budget: `${BUDGET / 1000} s`,
        kept: whole <= BUDGET,
      },
      { what: 'a file for each', value: ms(each), budget: `${BUDGET / 1000} s`, kept: each <= BUDGET },
    ])
    expect(whole).toBeLessThan(BUDGET)
    expect(each).toBeLessThan(BUDGET)
  }
  await store.close()
})
