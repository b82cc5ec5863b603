import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { blankEvent } from '@shared/contract/blank'
import { newUid } from '@shared/contract/fields'
import type { Mailing, MailingRecipient } from '@shared/contract/mailings'
import { describe, expect, test } from 'vitest'
import { librarian, school } from '../support/records'
import { headingLine, wordTemplate } from '../support/word-templates'
import { libreOffice, mammothText, officePdfs } from './papers/read-docx'
import { unsoundness } from './papers/sound-docx'
import { type TestStore, temporaryFolder, testStore } from './support/store'

const today = '2026-11-21'

interface District {
  store: TestStore
  schools: number[]
  people: number[]
}

async function district(): Promise<District> {
  const store = await testStore({ today })
  await store.call('app.initialise', { mode: 'own', municipality: 'Заречный район' })
  const schools: number[] = []
  for (const [index, director] of ['Скворцова Зинаида Ивановна', 'Петров Павел Львович', ''].entries()) {
    const value = { ...school(`СОШ № ${index + 1}`), director }
    schools.push((await store.call('schools.save', { id: null, revision: null, school: value })).id)
  }
  const people: number[] = []
  for (const [index, surname] of ['Ветлугина', 'Лядова'].entries()) {
    const value = librarian(surname, {
      given: 'Анна',
      patronymic: 'Петровна',
      birthDate: index === 0 ? '1976-03-05' : '1979-03-05',
      libraryWorkSince: index === 0 ? '1996-09-01' : '2001-09-01',
      employments: [
        {
          uid: newUid(),
          schoolId: schools[index] ?? 0,
          position: 'педагог-библиотекарь',
          rate: 100,
          from: null,
          to: null,
          main: true,
        },
      ],
    })
    people.push((await store.call('librarians.save', { id: null, revision: null, librarian: value })).id)
  }
  return { store, schools, people }
}

const to = (fields: Partial<MailingRecipient>): MailingRecipient => ({
  uid: newUid(),
  schoolId: null,
  librarianId: null,
  name: '',
  position: '',
  organisation: '',
  reason: '',
  ...fields,
})

const letter = (recipients: MailingRecipient[], rest: Partial<Mailing> = {}): Mailing => ({
  kind: 'letter',
  title: 'О сверке учебников',
  date: today,
  number: '12',
  templateId: null,
  text: 'Просим {школа} сверить фонд до 10 декабря.\nОтветьте письмом.',
  signerPosition: 'Методист',
  signerName: 'Мельникова О.С.',
  eventId: null,
  sentOn: null,
  note: '',
  recipients,
  ...rest,
})

const save = async ({ store }: District, mailing: Mailing): Promise<number> =>
  (await store.call('mailings.save', { id: null, revision: null, mailing })).id

async function made({ store }: District, id: number): Promise<Buffer> {
  const out = join(temporaryFolder(), 'письма.docx')
  await store.call('papers.mailing', { id, out })
  return readFileSync(out)
}

describe('letters', () => {
  test('in our own look: the head of each school in the dative, the greeting, her own fields, each on a page', async () => {
    const here = await district()
    const id = await save(here, letter(here.schools.map((schoolId) => to({ schoolId }))))
    const file = await made(here, id)
    expect(await unsoundness(file)).toEqual([])
    const text = (await mammothText(file)).replaceAll('\u00A0', ' ')
    expect(text).toContain('Директору СОШ № 1')
    expect(text).toContain('Скворцовой З.И.')
    expect(text).toContain('Петрову П.Л.')
    expect(text).toContain('Уважаемая Зинаида Ивановна!')
    expect(text).toContain('Уважаемый Павел Львович!')
    expect(text).toContain('Уважаемые коллеги!')
    expect(text).toContain('Просим СОШ № 3 сверить фонд')
    if (libreOffice !== null) expect((await officePdfs([file]))[0]?.pages).toHaveLength(3)
  })

  test('by her template: fields and lists filled for each of three schools, in one file', async () => {
    const here = await district()
    const path = join(temporaryFolder(), 'Письмо.docx')
    writeFileSync(
      path,
      await wordTemplate({
        lines: [
          headingLine('Письмо № {номер}'),
          '{кому}',
          '{обращение}',
          '{текст}',
          'Всем: {#школы}{школа}; {/школы}',
          '{подписавший}',
        ],
      }),
    )
    const { id: templateId } = await here.store.call('templates.add', { file: path })
    expect((await here.store.call('templates.get', { id: templateId })).template.kind).toBe('letter')
    const id = await save(
      here,
      letter(
        here.schools.map((schoolId) => to({ schoolId })),
        { templateId },
      ),
    )
    const file = await made(here, id)
    expect(await unsoundness(file)).toEqual([])
    const text = (await mammothText(file)).replaceAll('\u00A0', ' ')
    expect(text.match(/Письмо № 12/gu)).toHaveLength(3)
    expect(text.match(/Всем: СОШ № 1; СОШ № 2; СОШ № 3;/gu)).toHaveLength(3)
    expect(text).toContain('Директору СОШ № 2 Петрову П.Л.')
    expect(text.split('\n')).toContain('Просим СОШ № 2 сверить фонд до 10 декабря.')
    if (libreOffice !== null) {
      const [pdf] = await officePdfs([file])
      expect(pdf?.pages).toHaveLength(3)
      for (const [index, page] of (pdf?.pages ?? []).entries()) expect(page).toContain(`Просим СОШ № ${index + 1}`)
    }
  })

  test('on her letterhead our text stands at {документ}', async () => {
    const here = await district()
    const path = join(temporaryFolder(), 'Бланк.docx')
    writeFileSync(
      path,
      await wordTemplate({ header: '{муниципалитет}', lines: ['БЛАНК № {номер}', '{документ}', 'исполнитель'] }),
    )
    const { id: templateId } = await here.store.call('templates.add', { file: path })
    const id = await save(
      here,
      letter(
        here.schools.map((schoolId) => to({ schoolId })),
        { templateId },
      ),
    )
    const file = await made(here, id)
    expect(await unsoundness(file)).toEqual([])
    const text = (await mammothText(file)).replaceAll('\u00A0', ' ')
    expect(text.match(/БЛАНК № 12/gu)).toHaveLength(3)
    expect(text).toMatch(
      /БЛАНК № 12\s+Директору СОШ № 1\s+Скворцовой З.И.[\s\S]*Мельникова О.С.\s+исполнитель\s+БЛАНК/u,
    )
  })

  test('a file for each in a folder that was not there, with names every system takes', async () => {
    const here = await district()
    const id = await save(
      here,
      letter([to({ schoolId: here.schools[0] ?? 0 }), to({ organisation: 'ООО «А/Б: книги?»' }), to({ name: 'CON' })]),
    )
    const out = temporaryFolder()
    const first = await here.store.call('papers.mailing', { id, separately: true, out })
    expect(first.files).toBe(3)
    expect(readdirSync(first.file).sort()).toEqual(['01 СОШ № 1.docx', '02 ООО А-Б- книги-.docx', '03 CON-.docx'])
    const second = await here.store.call('papers.mailing', { id, separately: true, out })
    expect(second.file).not.toBe(first.file)
  })

  test('for nobody it is refused, and a template in use is not removed', async () => {
    const here = await district()
    const id = await save(here, letter([]))
    await expect(
      here.store.call('papers.mailing', { id, out: join(temporaryFolder(), 'a.docx') }),
    ).rejects.toMatchObject({ code: 'no-recipients' })
    await expect(save(here, letter([to({})]))).rejects.toMatchObject({
      code: 'invalid-input',
      path: 'mailing.recipients.0.name',
    })
  })
})

describe('whom a list names', () => {
  test('working schools, librarians, anniversaries of a year', async () => {
    const here = await district()
    const ask = async (source: Parameters<typeof here.store.call<'mailings.recipients'>>[1]['source']) =>
      here.store.call('mailings.recipients', { source })
    expect((await ask({ from: 'schools' })).map((one) => one.schoolId)).toEqual(here.schools)
    expect((await ask({ from: 'librarians' })).map((one) => one.librarianId)).toEqual(here.people)
    const [one, ...others] = await ask({ from: 'anniversaries', year: 2026 })
    expect(others).toEqual([])
    expect(one).toMatchObject({ librarianId: here.people[0], schoolId: here.schools[0] })
    expect(one?.reason).toBe('50 лет со дня рождения, 05.03.2026; 30 лет работы в библиотеке')
  })

  test('winners of an event get certificates that say what for, in the dative', async () => {
    const here = await district()
    const person = (librarianId: number | null, role: 'winner' | 'runnerUp' | 'participant', name = '') => ({
      uid: newUid(),
      librarianId,
      schoolId: null,
      name,
      role,
      count: null,
      result: role === 'runnerUp' ? '2 место' : '',
    })
    const event = {
      ...blankEvent('2026-10-15'),
      name: 'Живая страница',
      participants: [
        person(here.people[0] ?? 0, 'winner'),
        person(here.people[1] ?? 0, 'participant'),
        person(null, 'runnerUp', 'Белых Никита Юрьевич'),
      ],
    }
    const { id: eventId } = await here.store.call('events.save', { id: null, revision: null, event })
    const blank = await here.store.call('mailings.blank', { kind: 'certificate', eventId })
    expect(blank.recipients).toHaveLength(2)
    const id = await save(here, { ...blank, text: '' })
    const text = (await mammothText(await made(here, id))).replaceAll('\u00A0', ' ')
    expect(text).toContain('Ветлугиной Анне Петровне')
    expect(text).toContain('педагогу-библиотекарю')
    expect(text).toContain('за победу в мероприятии «Живая страница»')
    expect(text).toContain('Белых Никите Юрьевичу')
    expect(text).toContain('2 место')
    expect(text).not.toContain('Лядовой')
  })
})

test('numbers go on within the calendar year, and a letter is saved, undone and searched for in its list', async () => {
  const here = await district()
  expect((await here.store.call('mailings.nextNumber', { date: today })).number).toBe('1')
  const id = await save(here, letter([to({ schoolId: here.schools[0] ?? 0 })], { number: '01-12/45' }))
  expect((await here.store.call('mailings.nextNumber', { date: today })).number).toBe('01-12/46')
  expect((await here.store.call('mailings.nextNumber', { date: '2027-01-10' })).number).toBe('1')
  const { revision, mailing } = await here.store.call('mailings.get', { id })
  const changed = {
    ...mailing,
    title: 'О списании',
    recipients: [...mailing.recipients, to({ name: 'Ким Юлия Сергеевна' })],
  }
  await here.store.call('mailings.save', { id, revision, mailing: changed })
  expect((await here.store.call('mailings.list', { search: 'списании' })).rows[0]).toMatchObject({
    recipients: 2,
    schools: 1,
  })
  await here.store.call('history.undo', {})
  expect((await here.store.call('mailings.get', { id })).mailing).toEqual(mailing)
  await here.store.call('mailings.remove', { id })
  expect((await here.store.call('mailings.list', {})).total).toBe(0)
})
