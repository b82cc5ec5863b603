import { buildMailing } from '@shared/papers/mailing/build'
import type { Paper } from '@shared/papers/model'
import { Copies, type CopyOf } from '@store/documents/docx/merge/copies'
import { parseXml, xmlText } from '@store/documents/docx/merge/dom'
import { type FieldValues, filledFile } from '@store/documents/docx/merge/fill'
import { inTemplate, Joined } from '@store/documents/docx/merge/in-template'
import { WordFile } from '@store/documents/docx/merge/word-file'
import { paperToDocx } from '@store/documents/docx/writer'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { profile } from '../../fixtures/meetings/make'
import { headingLine, numberedLine, tableOf, wordTemplate } from '../../support/word-templates'
import { mammothText, readParts } from './read-docx'
import { unsoundness } from './sound-docx'

/** Copies made together are those made one by one. */

const rows: FieldValues[] = [
  { школа: 'СОШ № 1', '№': '1' },
  { школа: 'СОШ № 2 «Лицей» & Ко', '№': '2' },
]
const shared = { школы: rows }

/** Made alone, by the ways every other paper is made. */
async function alone(template: Buffer | null, { fields, paper }: CopyOf, cover = false): Promise<Buffer> {
  const docx = paper === null ? null : await paperToDocx(paper)
  if (template === null) return docx ?? Buffer.alloc(0)
  const values = { ...fields, ...shared }
  return docx === null ? (await filledFile(template, values)).bytes() : inTemplate(template, values, docx, { cover })
}

/** Every part as it is read, whatever way its signs are written; when it was made is of no account. */
async function contentOf(docx: Buffer): Promise<Record<string, string>> {
  const found: Record<string, string> = {}
  for (const [name, xml] of await readParts(docx)) {
    found[name] = xmlText(parseXml(xml.replace(/(<dcterms:[^>]*>)[^<]*/gu, '$1')))
  }
  return found
}

const word = fc.oneof(
  fc.constant(''),
  fc.constantFrom('Иванова А.А.', ' с пробелами ', '<тег> & «кавычки» "и" \'эти\'', '$& $1', 'один\nдва', 'раз\n\nтри'),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
)
const task = fc.record({ решение: word, срок: word })
const someone = fc.record({ школа: word, кому: word, текст: word, тема: word, tasks: fc.array(task, { maxLength: 3 }) })

const fieldsOf = ({ tasks, ...values }: { tasks: FieldValues[]; [name: string]: unknown }): FieldValues => ({
  ...(values as Record<string, string>),
  поручения: tasks,
})

const letterTemplate = () =>
  wordTemplate({
    header: 'Для {школа}',
    footer: '{тема}',
    lines: [
      headingLine('Письмо {тема}'),
      numberedLine('{кому}'),
      '{текст}',
      'Слова: {текст} и {школа}{кому}',
      '{#тема}Есть тема: {тема}{/тема}',
      '{#поручения}{решение} ({срок}, {школа}); {/поручения}',
      tableOf([['{#школы}{№}', '{школа}', '{тема}{/школы}']]),
    ],
  })

const paperOf = (fields: FieldValues): Paper =>
  buildMailing({
    mailing: {
      kind: 'letter',
      title: 'О сверке',
      date: '2026-11-21',
      number: '12',
      text: String(fields.текст ?? ''),
      signerName: 'Мельникова О.С.',
      signerPosition: 'Методист',
    },
    recipients: [{ values: fields as Record<string, string> }],
    profile,
    onLetterhead: true,
  })

async function sameAsAlone(template: Buffer | null, copies: readonly CopyOf[], cover = false): Promise<void> {
  const together = new Copies({ template, cover, shared })
  for (const copy of copies) {
    const made = await together.bytes(copy)
    expect(await contentOf(made)).toEqual(await contentOf(await alone(template, copy, cover)))
  }
}

describe('copies made together are those made one by one', () => {
  test('of a template with fields, conditions, lists of its own and of all', async () => {
    const template = await letterTemplate()
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 2, maxLength: 5 }), (people) =>
        sameAsAlone(
          template,
          people.map((one) => ({ fields: fieldsOf(one), paper: null })),
        ),
      ),
      { numRuns: 8 },
    )
  })

  test.each([
    ['on a letterhead', false],
    ['behind a cover', true],
  ])('of our paper %s', async (_, cover) => {
    const template = await wordTemplate({ header: '{школа}', lines: ['Бланк {тема}', '{документ}', 'Внизу {кому}'] })
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 2, maxLength: 4 }), (people) => {
        const copies = people.map((one) => ({ fields: fieldsOf(one), paper: paperOf(fieldsOf(one)) }))
        return sameAsAlone(template, copies, cover)
      }),
      { numRuns: 5 },
    )
  })

  test('of our paper as it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(someone, { minLength: 2, maxLength: 4 }), (people) =>
        sameAsAlone(
          null,
          people.map((one) => ({ fields: {}, paper: paperOf(fieldsOf(one)) })),
        ),
      ),
      { numRuns: 5 },
    )
  })

  test('joined, a copy has its styles where the first had none to name', async () => {
    const template = await wordTemplate({ lines: ['{документ}'] })
    const certificate = (values: Record<string, string>): Paper =>
      buildMailing({
        mailing: {
          kind: 'certificate',
          title: '',
          date: '2026-11-21',
          number: '',
          text: '',
          signerName: '',
          signerPosition: '',
        },
        recipients: [{ values }],
        profile,
        onLetterhead: true,
      })
    const together = new Copies({ template })
    const joined = new Joined(await together.file({ fields: {}, paper: certificate({}) }))
    joined.add(await together.file({ fields: {}, paper: certificate({ 'фио дательный': 'Ветлугиной Анне Петровне' }) }))
    expect(await unsoundness(await joined.bytes())).toEqual([])
  })

  test('also when they are joined into one file, of different forms among them', async () => {
    const template = await letterTemplate()
    const people = ['А', '', 'В <&>', 'Г\nД'].map((name, index) =>
      fieldsOf({ школа: name, кому: name, текст: 'один\nдва', тема: 'тема', tasks: rows.slice(index % 3) }),
    )
    const together = new Copies({ template, shared })
    const [first, ...others] = await Promise.all(people.map((fields) => together.file({ fields, paper: null })))
    if (!first) throw new Error('nobody')
    const joined = new Joined(first)
    for (const one of others) joined.add(one)
    const apart = new Joined(await WordFile.open(await alone(template, { fields: people[0] ?? {}, paper: null })))
    for (const fields of people.slice(1)) apart.add(await WordFile.open(await alone(template, { fields, paper: null })))
    const [made, before] = [await joined.bytes(), await apart.bytes()]
    expect(await unsoundness(made)).toEqual([])
    expect(await contentOf(made)).toEqual(await contentOf(before))
    expect((await mammothText(made)).match(/Письмо тема/gu)).toHaveLength(4)
  })
})
