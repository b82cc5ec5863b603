import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CallName, Input, Output } from '@shared/contract'
import { AppError } from '@shared/errors'
import { type OpenStore, openStore } from '@store/store'
import { afterAll } from 'vitest'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

export interface District {
  store: OpenStore
  call<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>
}

export function openDistrict(dir: string, now?: () => Date): District {
  const store = openStore({
    dir,
    create: true,
    version: '0.0.0-bench',
    author: 'Замер (bench)',
    ...(now ? { now } : {}),
  })
  return {
    store,
    async call(name, input) {
      const answer = await store.router.call(name, input)
      if (!answer.ok) throw AppError.fromFailure(answer.error)
      return answer.value as Output<typeof name>
    },
  }
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'metodist-district-'))
  folders.push(made)
  return made
}

/** The closed sample district: what a first start with «Открыть пример» makes. */
export async function sampleDistrict(): Promise<string> {
  const dir = folder()
  const { store, call } = openDistrict(dir)
  await call('app.initialise', { mode: 'demo' })
  await store.close()
  return dir
}

/** A closed made district of so many schools, with the librarians they need or so many. */
export async function madeDistrict(
  schools: number,
  librarians: number | null = null,
  books: Partial<Input<'app.generate'>> = {},
): Promise<string> {
  const dir = folder()
  const { store, call } = openDistrict(dir)
  await call('app.initialise', { mode: 'own', municipality: 'Замерный район' })
  await call('app.generate', { schools, librarians, seed: 1, ...books } as Input<'app.generate'>)
  await store.close()
  return dir
}
