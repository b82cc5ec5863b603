import type { CallName, Input, Output } from '@shared/contract'
import { blankLibrarian, blankSchool } from '@shared/contract/blank'
import type { Librarian } from '@shared/contract/librarians'
import type { School } from '@shared/contract/schools'
import type { Answer } from '@shared/errors'
import type { Page } from 'playwright/test'

/** Calls the contract from the page, as the page itself does. @throws the sentence of a refusal */
export async function callFrom<N extends CallName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const answer = await page.evaluate(([call, value]) => window.metodist.call(call, value) as Promise<Answer<unknown>>, [
    name as string,
    input as unknown,
  ] as const)
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value as Output<N>
}

/** The first-start screen, answered as a methodologist of her own district does. */
export async function startOwnDistrict(page: Page): Promise<void> {
  await page.getByLabel('Муниципалитет').fill('Ольховский район')
  await page.getByRole('button', { name: 'Начать работу' }).click()
  await page.getByRole('heading', { name: 'Рабочий стол' }).waitFor()
}

export function schoolCalled(shortName: string, part: Partial<School> = {}): School {
  return {
    ...blankSchool(),
    fullName: `Муниципальное бюджетное общеобразовательное учреждение «${shortName}»`,
    shortName,
    ...part,
  }
}

/** «СОШ № 1» and on, of two types, two villages and with every third without a director; № 7 has 7 students. */
export async function addNumberedSchools(page: Page, count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    await callFrom(page, 'schools.save', {
      id: null,
      revision: null,
      school: schoolCalled(`СОШ № ${number}`, {
        type: number % 10 === 0 ? 'basic' : 'school',
        locality: number % 2 === 0 ? 'с. Ёлкино' : 'с. Жуково',
        director: number % 3 === 0 ? '' : 'Иванова И.И.',
        contingent: [{ uid: `row${number}grade1`, schoolYear: '2026-2027', grade: 1, classes: 1, students: number }],
      }),
    })
  }
}

export function librarianCalled(
  surname: string,
  given: string,
  patronymic: string,
  part: Partial<Librarian> = {},
): Librarian {
  return { ...blankLibrarian(), surname, given, patronymic, ...part }
}

/** Opens a place of the frame: «/schools». */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, path)
}
