import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from 'playwright/test'
import { newUid } from '../../../src/shared/contract/fields'
import { wordTemplate } from '../../support/word-templates'
import { answerOpenDialog, type LaunchedApp } from './app'
import { callFrom, goTo } from './district'

/** Letters, templates and papers of the year in the sample district, for the user guide. */
export async function letterPictures(
  { app, page }: LaunchedApp,
  picture: (name: string) => Promise<void>,
): Promise<void> {
  const id = await writeLetter(page)
  await goTo(page, '/letters')
  await expect(page.getByRole('gridcell', { name: 'О сверке учебных фондов' })).toBeVisible()
  await picture('letters')
  await goTo(page, `/letters?open=${id}`)
  await page.getByRole('tab', { name: 'Получатели' }).click()
  await expect(page.getByRole('textbox', { name: 'Школа, строка 1', exact: true })).not.toHaveValue('')
  await picture('letter-recipients')
  await page.getByRole('tab', { name: 'Документ' }).click()
  await expect(page.getByText('Каждому — своя страница.')).toBeVisible()
  await expect(page.getByText('Уважаем').first()).toBeVisible()
  await picture('letter-paper')

  const folder = mkdtempSync(join(tmpdir(), 'metodist-letters-'))
  const file = join(folder, 'Бланк отдела.docx')
  writeFileSync(file, await wordTemplate({ lines: ['Директору {шкла}', '{#школы}{школа}, {директор}', '{документ}'] }))
  await goTo(page, '/letters/templates')
  await answerOpenDialog(app, [file])
  await page.getByRole('button', { name: 'Добавить шаблон из Word…' }).first().click()
  await expect(page.getByRole('heading', { name: 'Шаблон нужно исправить' })).toBeVisible()
  await picture('template-faults')
  const letterhead = join(folder, 'Бланк управления.docx')
  writeFileSync(letterhead, await wordTemplate({ header: '{орган управления}', lines: ['{документ}'] }))
  const template = await callFrom(page, 'templates.add', { file: letterhead })
  rmSync(folder, { recursive: true, force: true })

  await goTo(page, '/letters/papers?kind=plan')
  await expect(page.getByText('ПЛАН РАБОТЫ').first()).toBeVisible()
  await picture('year-plan')

  await goTo(page, `/letters/templates?open=${template.id}`)
  await page.getByRole('switch', { name: 'Использовать по умолчанию' }).click()
  await expect(page.getByRole('switch', { name: 'Использовать по умолчанию' })).toBeChecked()
  await goTo(page, '/librarians/paper?kind=staffing')
  await expect(page.getByRole('button', { name: 'Без бланка' })).toBeVisible()
  await expect(page.getByText('СПРАВКА').first()).toBeVisible()
  await picture('letterhead')
  await callFrom(page, 'templates.setDefault', { id: template.id, on: false })
}

async function writeLetter(page: Page): Promise<number> {
  const blank = await callFrom(page, 'mailings.blank', {})
  const recipients = await callFrom(page, 'mailings.recipients', { source: { from: 'schools' } })
  const { id } = await callFrom(page, 'mailings.save', {
    id: null,
    revision: null,
    mailing: {
      ...blank,
      title: 'О сверке учебных фондов',
      text: 'Просим до 10 декабря сверить учебный фонд {школа} и прислать сведения об излишках и потребностях.\nФорма прилагается.',
      recipients: recipients.map((one) => ({ ...one, uid: newUid() })),
    },
  })
  return id
}
