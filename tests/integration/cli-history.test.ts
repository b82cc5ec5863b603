import { beforeEach, expect, test } from 'vitest'
import { cli, demoFolder } from './support/cli'

/** History, removed records and their return on the command line. */

let dir = ''
beforeEach(async () => {
  dir = await demoFolder()
})
const at = (...args: string[]): string[] => [...args, '--data', dir]
const call = (name: string, input: unknown) => cli(at('call', name, '--input', JSON.stringify(input), '--json'))

test('history without a record is the feed, of everything or of a list', async () => {
  const { rows } = (await cli(at('list', 'schools', '--limit', '2', '--json'))).json<{ rows: { id: number }[] }>()
  const id = rows[0]?.id ?? 0
  await call('lists.edit', { list: 'schools', rows: [{ id, cells: { director: 'Новикова Н.Н.' } }] })
  const everything = (await cli(at('history', '--json'))).json<{ title: string; records: number }[]>()
  expect(everything[0]).toMatchObject({ title: expect.stringContaining('Правка списка: Школы'), records: 1 })
  expect(everything).toHaveLength(2)
  expect((await cli(at('history', '--limit', '1', '--json'))).json()).toHaveLength(1)
  expect((await cli(at('history', 'schools'))).out).toMatch(/Шаг.*Когда.*Кто.*Что.*Записей[\s\S]*Правка списка: Школы/u)
  expect((await cli(at('history', 'librarians', '--json'))).json()).toHaveLength(1)
  expect((await cli(at('history', 'novels'))).code).toBe(2)
})

test('a removed record is listed and comes back under its number', async () => {
  const added = (
    await call('lists.edit', { list: 'schools', rows: [{ id: null, cells: { shortName: 'Новая ООШ' } }] })
  ).json<{ ids: number[] }>()
  const id = added.ids[0] ?? 0
  const before = (await cli(at('show', 'school', `${id}`, '--json'))).json<{ school: object }>()
  expect((await cli(at('deleted'))).out).toBe('Удалённых записей нет.\n')
  await call('schools.remove', { id })
  const removed = (await cli(at('deleted', '--json'))).json()
  expect(removed).toMatchObject([{ record: 'school', id, name: 'Школа «Новая ООШ»' }])
  expect((await cli(at('deleted', 'meeting', '--json'))).json()).toEqual([])
  expect((await cli(at('deleted', 'school'))).out).toContain('Школа «Новая ООШ»')
  const revived = await cli(at('revive', 'school', `${id}`))
  expect(revived.out).toBe(`Возвращено: school, запись № ${id}.\n`)
  expect((await cli(at('show', 'school', `${id}`, '--json'))).json<{ school: object }>().school).toEqual(before.school)
  expect((await cli(at('revive', 'school', `${id}`, '--json'))).failure().code).toBe('not-found')
})
