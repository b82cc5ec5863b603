import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TemplateReport } from '@shared/contract/templates'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { headingLine, tableOf, wordTemplate } from '../support/word-templates'
import { mammothText } from './papers/read-docx'
import { unsoundness } from './papers/sound-docx'
import { type TestStore, temporaryFolder, testStore } from './support/store'

const today = '2026-11-21'

async function own(): Promise<TestStore> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'own', municipality: 'Заречный район' })
  return store
}

function file(name: string, bytes: Uint8Array): string {
  const path = join(temporaryFolder(), name)
  writeFileSync(path, bytes)
  return path
}

const checked = async (lines: Parameters<typeof wordTemplate>[0]['lines']): Promise<TemplateReport> => {
  const store = await own()
  return (await store.call('templates.check', { file: file('Бланк.docx', await wordTemplate({ lines })) })).report
}

const broken = (report: TemplateReport) => report.problems.filter((one) => one.kind === 'broken')

describe('what is said of a template', () => {
  test('known fields with their meaning, an unknown one with its place and the nearest name', async () => {
    const report = await checked([
      'Директору {шкла} {Директор_дательный}',
      '{документ}',
      '{Населённый пункт}, {НАСЕЛЕННЫЙ ПУНКТ}',
    ])
    expect(report.fields.map(({ name, count }) => [name, count])).toEqual([
      ['Директор_дательный', 1],
      ['документ', 1],
      ['Населённый пункт', 2],
    ])
    expect(report.problems).toHaveLength(1)
    expect(report.problems[0]).toMatchObject({ kind: 'unknown', suggestion: 'школа' })
    expect(report.problems[0]?.text).toContain('{шкла}')
    expect(report.problems[0]?.place).toContain('Директору {шкла}')
  })

  test('braces without a pair, lists not closed or crossed, {документ} in a table: each with its place', async () => {
    expect(broken(await checked(['Привет, {школа'])).map((one) => one.place)).toEqual(['Привет, {школа'])
    expect(broken(await checked(['школа}']))[0]?.text).toContain('без открывающей')
    expect(broken(await checked(['{#школы}', '{школа}']))[0]?.text).toContain('{/школы}')
    expect(broken(await checked(['{школа}{/школы}']))[0]?.text).toContain('{#школы}')
    expect(broken(await checked(['{#школы}{#поручения}{/школы}{/поручения}'])).length).toBeGreaterThan(0)
    expect(broken(await checked([tableOf([['{документ}']])]))[0]?.text).toContain('отдельным абзацем')
    expect(broken(await checked(['{документ}', '{документ}']))[0]?.text).toContain('несколько раз')
    expect(broken(await checked(['{#шклы}{школа}{/шклы}']))[0]?.suggestion).toBe('школы')
  })

  test('inside a list its own fields are known, outside they are not', async () => {
    expect((await checked(['{#поручения}', '{решение}, {срок}', '{/поручения}'])).problems).toEqual([])
    expect((await checked(['{срок}'])).problems[0]?.kind).toBe('unknown')
  })
})

describe('files that are refused', () => {
  const altered = async (change: (zip: JSZip) => Promise<void> | void): Promise<string> => {
    const zip = await JSZip.loadAsync(await wordTemplate({ lines: ['{школа}'] }))
    await change(zip)
    return file('Чужой.docx', await zip.generateAsync({ type: 'uint8array' }))
  }
  const refusal = async (path: string): Promise<string> => {
    const store = await own()
    try {
      await store.call('templates.check', { file: path })
    } catch (error) {
      return (error as Error).message
    }
    return ''
  }

  test('macros, documents put in whole, foreign DTDs, workbooks, no archives', async () => {
    expect(await refusal(await altered((zip) => void zip.file('word/vbaProject.bin', 'x')))).toContain('макрос')
    expect(
      await refusal(
        await altered(async (zip) => {
          const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
          zip.file('word/document.xml', xml.replace('<w:body>', '<w:body><w:altChunk r:id="rId9"/>'))
        }),
      ),
    ).toContain('altChunk')
    expect(
      await refusal(
        await altered(async (zip) => {
          const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
          zip.file('word/document.xml', xml.replace(/<w:document/u, '<!DOCTYPE x [<!ENTITY a "b">]><w:document'))
        }),
      ),
    ).toContain('повреждён')
    expect(await refusal(await altered((zip) => void zip.file('xl/workbook.xml', '<a/>')))).toContain('Excel')
    expect(await refusal(file('Бланк.docx', Buffer.from('просто текст')))).toContain('не документ Word')
    expect(await refusal(file('Бланк.docx', Buffer.alloc(0)))).toContain('пустой')
    expect(await refusal(join(temporaryFolder(), 'нет.docx'))).toContain('нет')
  })
})

describe('keeping', () => {
  test('added, downloaded as it was, replaced, undone, removed and brought back', async () => {
    const store = await own()
    const first = await wordTemplate({ lines: [headingLine('Первый'), '{документ}'] })
    const second = await wordTemplate({ lines: ['Второй', '{документ}', '{шкла}'] })
    const { id } = await store.call('templates.add', { file: file('Бланк отдела.docx', first) })
    const out = join(temporaryFolder(), 'назад.docx')
    const downloaded = async (): Promise<Buffer> => {
      await store.call('templates.download', { id, out })
      return readFileSync(out)
    }
    expect((await downloaded()).equals(first)).toBe(true)
    expect(await store.call('templates.get', { id })).toMatchObject({
      template: { name: 'Бланк отдела', kind: 'letterhead', note: '' },
      file: 'Бланк отдела.docx',
    })
    await store.call('templates.add', { id, file: file('Другой.docx', second) })
    expect((await downloaded()).equals(second)).toBe(true)
    expect((await store.call('templates.list', {})).rows[0]).toMatchObject({
      name: 'Бланк отдела',
      file: 'Другой.docx',
      unknown: 1,
    })
    await store.call('history.undo', {})
    expect((await downloaded()).equals(first)).toBe(true)
    await store.call('templates.remove', { id })
    expect((await store.call('templates.options', {})).length).toBe(0)
    await store.call('history.undo', {})
    expect((await downloaded()).equals(first)).toBe(true)
  })

  test('a broken one is not kept, and says why', async () => {
    const store = await own()
    const path = file('Бланк.docx', await wordTemplate({ lines: ['{#школы}{школа}'] }))
    await expect(store.call('templates.add', { file: path })).rejects.toMatchObject({ code: 'template-broken' })
    expect((await store.call('templates.list', {})).total).toBe(0)
  })

  test('our own samples are sound, known in whole, and can be filled as an example', async () => {
    const store = await own()
    for (const kind of ['letterhead', 'cover', 'letter', 'certificate'] as const) {
      const out = join(temporaryFolder(), `${kind}.docx`)
      await store.call('templates.sample', { kind, out })
      expect(await unsoundness(readFileSync(out))).toEqual([])
      const { report } = await store.call('templates.check', { file: out })
      expect(report.problems).toEqual([])
      const { id } = await store.call('templates.add', { file: out, kind })
      const example = join(temporaryFolder(), `${kind}-пример.docx`)
      await store.call('templates.example', { id, out: example })
      const made = readFileSync(example)
      expect(await unsoundness(made)).toEqual([])
      expect(await mammothText(made)).not.toMatch(/[{}\uE0D0\uE0D1]/u)
    }
  })
})

describe('the letterhead by default', () => {
  const marked = async (store: TestStore): Promise<string[]> =>
    (await store.call('templates.options', {})).filter((one) => one.byDefault).map(({ name }) => name)

  test('one of a kind; undone, told of in history, none when it is gone or of another kind', async () => {
    const store = await own()
    const add = async (name: string, kind: 'letterhead' | 'cover' | 'letter'): Promise<number> => {
      const path = file(`${name}.docx`, await wordTemplate({ lines: [name, '{муниципалитет}'] }))
      return (await store.call('templates.add', { file: path, kind })).id
    }
    const first = await add('Первый', 'letterhead')
    const second = await add('Второй', 'letterhead')
    const cover = await add('Титул', 'cover')
    const letter = await add('Письмо', 'letter')
    expect(await marked(store)).toEqual([])
    await store.call('templates.setDefault', { id: first, on: true })
    await store.call('templates.setDefault', { id: cover, on: true })
    await store.call('templates.setDefault', { id: second, on: true })
    expect(await marked(store)).toEqual(['Второй', 'Титул'])
    expect((await store.call('history.stack', {})).undo?.title).toContain('Второй')
    await store.call('history.undo', {})
    expect(await marked(store)).toEqual(['Первый', 'Титул'])
    await store.call('history.redo', {})
    // Not the default: taking the mark off another one leaves it.
    await store.call('templates.setDefault', { id: first, on: false })
    expect(await marked(store)).toEqual(['Второй', 'Титул'])
    expect((await store.call('templates.get', { id: second })).byDefault).toBe(true)
    expect(
      (await store.call('templates.list', { filters: [{ op: 'equals', column: 'byDefault', value: true }] })).rows.map(
        ({ name }) => name,
      ),
    ).toEqual(['Второй', 'Титул'])
    await expect(store.call('templates.setDefault', { id: letter, on: true })).rejects.toMatchObject({
      code: 'invalid-input',
    })
    expect((await store.call('mailings.blank', {})).templateId).toBe(second)
    expect((await store.call('mailings.blank', { kind: 'certificate' })).templateId).toBe(null)
    await store.call('templates.remove', { id: second })
    expect(await marked(store)).toEqual(['Титул'])
    expect((await store.call('mailings.blank', {})).templateId).toBe(null)
    await store.call('history.undo', {})
    const { revision, template } = await store.call('templates.get', { id: cover })
    await store.call('templates.save', { id: cover, revision, template: { ...template, kind: 'letterhead' } })
    expect(await marked(store)).toEqual(['Второй'])
    await store.call('templates.setDefault', { id: second, on: false })
    expect(await marked(store)).toEqual([])
  })
})

test('any paper goes onto a letterhead by its number', async () => {
  const store = await own()
  const { id } = await store.call('templates.add', {
    file: file('Бланк.docx', await wordTemplate({ lines: ['БЛАНК {муниципалитет}', '{документ}'] })),
  })
  const out = join(temporaryFolder(), 'справка.docx')
  await store.call('papers.staffing', { out, templateId: id })
  const text = await mammothText(readFileSync(out))
  expect(text.indexOf('БЛАНК Заречный район')).toBe(0)
  expect(text).toContain('СПРАВКА')
  await expect(store.call('papers.staffing', { out, templateId: 999 })).rejects.toMatchObject({ code: 'not-found' })
})
