import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph, TextRun } from 'docx'
import type { Page } from 'playwright/test'
import { callFrom, librarianCalled } from './district'

/** A line of the protocol that belongs to no field. */
export const leftOver = 'Буфетом обеспечила столовая Лицея.'

const lines = [
  'ПРОТОКОЛ № 14',
  'заседания районного методического объединения педагогов-библиотекарей',
  '12.02.2026, 14-30                                        МБОУ Лицей № 2',
  'Присутствовали: 12 человек.',
  'Председатель: Лютикова О.П., методист',
  'Секретарь: Чижова М.И., педагог-библиотекарь',
  'ПОВЕСТКА ДНЯ:',
  '1. О подготовке к Неделе детской книги.',
  '2. Об учёте учебного фонда.',
  '1. СЛУШАЛИ: Лютикову О.П. о плане Недели детской книги и участии школ.',
  'РЕШИЛИ:',
  '1.1. Педагогам-библиотекарям представить планы Недели до 1 марта 2026 года.',
  '1.2. Чижовой М.И. собрать заявки на конкурс чтецов (март 2026 года).',
  '2. СЛУШАЛИ: Чижову М.И. об итогах сверки учебного фонда.',
  'ГОЛОСОВАЛИ: «за» — 12, «против» — нет, «воздержались» — нет.',
  'РЕШИЛИ:',
  '2.1. Руководителям ИБЦ сдать сводные ведомости ежеквартально.',
  'Председатель ____________ О.П. Лютикова',
  'Секретарь ____________ М.И. Чижова',
  leftOver,
]

/** «протокол 14.docx» in the folder; answers its path. */
export async function writeProtocol(folder: string): Promise<string> {
  const children = lines.map((text, index) => new Paragraph({ children: [new TextRun({ text, bold: index < 2 })] }))
  const file = join(folder, 'протокол 14.docx')
  writeFileSync(file, await Packer.toBuffer(new Document({ sections: [{ children }] })))
  return file
}

/** Two people whom «Лютикова О.П.» may be; answers the number of Ольга Петровна. */
export async function addNamesakes(page: Page): Promise<number> {
  const save = async (given: string, patronymic: string) => {
    const librarian = librarianCalled('Лютикова', given, patronymic)
    return (await callFrom(page, 'librarians.save', { id: null, revision: null, librarian, allowDuplicate: true })).id
  }
  await save('Оксана', 'Павловна')
  return save('Ольга', 'Петровна')
}
