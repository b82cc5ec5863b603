import { beforeEach, describe, expect, it } from 'vitest'
import { school } from '../support/records'
import { type TestStore, testStore } from './support/store'

/** A librarian in one row of a list: the cells the card keeps in parts. */
describe('librarians typed into the list', () => {
  let test: TestStore
  beforeEach(async () => {
    test = await testStore({ today: '2026-11-20' })
    await test.call('app.initialise', { mode: 'own', municipality: 'Район' })
    for (const name of ['СОШ № 1', 'СОШ № 2', 'ООШ с. Дальнее']) {
      await test.call('schools.save', { id: null, revision: null, school: school(name) })
    }
  })
  const edit = async (cells: Record<string, string | number | null>, id: number | null = null): Promise<number> => {
    const { ids } = await test.call('lists.edit', { list: 'librarians', rows: [{ id, cells }] })
    return ids[0] as number
  }
  const refused = (cells: Record<string, string | number | null>, id: number | null = null) =>
    test.failure('lists.edit', { list: 'librarians', rows: [{ id, cells }] })
  const row = async (id: number) => (await test.call('librarians.list', {})).rows.find((one) => one.id === id)
  const card = async (id: number) => (await test.call('librarians.get', { id })).librarian

  it('name, places and education become parts of the card, in whatever order they come', async () => {
    const id = await edit({
      rate: 125,
      position: 'педагог-библиотекарь; учитель',
      education: 'высшее, библиотечное; СПО, педагогическое',
      schools: 'сош 1; СОШ № 2',
      name: 'Ромашкина Анна Ивановна',
    })
    expect(await row(id)).toMatchObject({
      name: 'Ромашкина Анна Ивановна',
      schools: 'СОШ № 1; СОШ № 2',
      position: 'педагог-библиотекарь; учитель',
      rate: 125,
      education: 'высшее, библиотечное; СПО, педагогическое',
    })
    const { employments, surname, given } = await card(id)
    expect([surname, given]).toEqual(['Ромашкина', 'Анна'])
    expect(employments.map((one) => [one.position, one.rate, one.main])).toEqual([
      ['педагог-библиотекарь', 63, true],
      ['учитель', 62, false],
    ])
  })

  it('one place is edited in its cells; several send to their own list', async () => {
    const id = await edit({ name: 'Ромашкина Анна', schools: 'СОШ № 1', rate: 50 })
    await edit({ schools: 'СОШ № 2', position: 'библиотекарь' }, id)
    expect(await row(id)).toMatchObject({ schools: 'СОШ № 2', position: 'библиотекарь', rate: 50 })
    expect(await refused({ schools: '' }, id)).toMatchObject({ code: 'invalid-input', path: 'rows.0.cells.schools' })
    const two = await edit({ name: 'Лютикова Вера', schools: 'СОШ № 1; СОШ № 2', rate: 100 })
    const answer = await refused({ rate: 150 }, two)
    expect(answer).toMatchObject({ code: 'invalid-input', path: 'rows.0.cells.rate' })
    expect(answer.message).toContain('«Места работы»')
    // What stands there already is no edit.
    await edit({ schools: 'СОШ № 1; СОШ № 2', position: 'педагог-библиотекарь', rate: 100 }, two)
  })

  it('surname, given name and patronymic stand for the name', async () => {
    const id = await edit({ surname: 'Салтыкова Щедрина', given: 'Анна', patronymic: 'Львовна' })
    expect(await card(id)).toMatchObject({ surname: 'Салтыкова Щедрина', given: 'Анна', patronymic: 'Львовна' })
    await edit({ name: 'Салтыкова Щедрина Анна Львовна' }, id)
    expect(await card(id)).toMatchObject({ surname: 'Салтыкова Щедрина', given: 'Анна' })
    expect(await refused({ given: 'Анна' })).toMatchObject({ path: 'rows.0.cells.name' })
  })

  it('the place shown is the one of the year the list is seen for', async () => {
    const id = await edit({ name: 'Ромашкина Анна', schools: 'СОШ № 1' })
    const { revision, librarian } = await test.call('librarians.get', { id })
    const [place] = librarian.employments
    if (!place) throw new Error('There is one place')
    await test.call('librarians.save', {
      id,
      revision,
      librarian: {
        ...librarian,
        employments: [
          { ...place, from: '2020-09-01', to: '2025-08-31' },
          { ...place, uid: 'place-new', from: '2025-09-01' },
        ],
      },
    })
    const rows = [{ id, cells: { position: 'библиотекарь' } }]
    await test.call('lists.edit', { list: 'librarians', schoolYear: '2024-2025', rows })
    expect((await card(id)).employments.map((one) => one.position)).toEqual(['библиотекарь', 'педагог-библиотекарь'])
  })

  it('a namesake is refused, but edited in peace once there', async () => {
    const id = await edit({ name: 'Ромашкина Анна' })
    expect(await refused({ name: 'ромашкина анна' })).toMatchObject({
      code: 'duplicate',
      path: 'rows.0.cells.name',
    })
    const { librarian } = await test.call('librarians.get', { id })
    const twin = await test.call('librarians.save', { id: null, revision: null, librarian, allowDuplicate: true })
    await edit({ phone: '8-900-000-00-01' }, twin.id)
    expect((await card(twin.id)).phone).toBe('8-900-000-00-01')
  })
})
