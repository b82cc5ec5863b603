import type { Decision } from '@shared/contract/meetings'
import type { Run } from '@shared/papers/model'
import { decisionParagraphs } from '@shared/papers/protocol/decision-text'
import { describe, expect, test } from 'vitest'
import { decision, due } from '../../fixtures/meetings/make'

const NBSP = /\u00A0/gu
/** A decision in one line, bold between asterisks. */
function printed(made: Decision): string {
  return decisionParagraphs(made).map(marked).join(' ¶ ')
}
function marked(runs: Run[]): string {
  return runs
    .map((run) => (run.bold === true ? `*${run.text}*` : run.text))
    .join('')
    .replace(NBSP, ' ')
}

describe('a due inside the text', () => {
  test('is bold with the brackets around it', () => {
    const text = 'Руководителям ИБЦ обновить положение (май 2024 года).'
    expect(printed(decision(text, ['май 2024 года']))).toBe('Руководителям ИБЦ обновить положение *(май 2024 года)*.')
  })

  test('without brackets is bold alone', () => {
    expect(printed(decision('Прислать таблицу до 10 октября 2022г.', ['до 10 октября 2022г.']))).toBe(
      'Прислать таблицу *до 10 октября 2022 г.*',
    )
  })

  test('several in one pair of brackets make them bold as a whole', () => {
    const text = 'Запомнить дни курсов (очная часть) (март, июнь, ноябрь 2024 года).'
    expect(printed(decision(text, ['март', 'июнь', 'ноябрь 2024 года']))).toBe(
      'Запомнить дни курсов (очная часть) *(март, июнь, ноябрь 2024 года)*.',
    )
    const both = 'Выставить работы на смотры (февраль-апрель 2024 года, октябрь-ноябрь 2024 года соответственно).'
    expect(printed(decision(both, ['февраль-апрель 2024 года', 'октябрь-ноябрь 2024 года']))).toBe(
      'Выставить работы на смотры *(февраль-апрель 2024 года, октябрь-ноябрь 2024 года соответственно)*.',
    )
  })

  test('brackets that say more stay as they are', () => {
    expect(printed(decision('Заполнять (по запросу Управления, ежедневно).', ['ежедневно']))).toBe(
      'Заполнять (по запросу Управления, *ежедневно*).',
    )
  })

  test('two dues, each in its place', () => {
    const text = 'Держать страницу в порядке (постоянно). Присылать заметки (1 раз в квартал).'
    expect(printed(decision(text, ['постоянно', '1 раз в квартал']))).toBe(
      'Держать страницу в порядке *(постоянно)*. Присылать заметки *(1 раз в квартал)*.',
    )
  })

  test('is found by its words when its range has gone stale', () => {
    const made = decision('Всем направить отчёт (май 2024 года).')
    made.dues = [{ ...due('', 'май 2024 года'), range: [3, 16] }]
    expect(printed(made)).toBe('Всем направить отчёт *(май 2024 года)*.')
  })

  test('keeps its characters when typography changes those before it', () => {
    const text = 'Провести "Неделю книги" в школах №№1-5 - до 1.10.2023 г. (май 2024 года), далее - ежегодно'
    expect(printed(decision(text, ['май 2024 года', 'ежегодно']))).toBe(
      'Провести «Неделю книги» в школах №№ 1-5 — до 1.10.2023 г. *(май 2024 года)*, далее — *ежегодно*',
    )
  })
})

describe('a due apart from the text', () => {
  test('stands in brackets before the closing full stop', () => {
    expect(printed(decision('Подготовить отчёт.', ['до 1 мая 2024 г.']))).toBe(
      'Подготовить отчёт *(до 1 мая 2024 г.)*.',
    )
    expect(printed(decision('Подготовить отчёт', ['май', 'ежегодно']))).toBe('Подготовить отчёт *(май, ежегодно)*')
    expect(printed(decision('Подготовить отчёт за 2023 г.', ['май']))).toBe('Подготовить отчёт за 2023 г. *(май)*.')
    expect(printed(decision('Поручить Гусевой Т.Ф.', ['май']))).toBe('Поручить Гусевой Т.Ф. *(май)*.')
  })

  test('goes to the end of the last paragraph', () => {
    expect(printed(decision('Подготовить:\nотчёт;\nплан.', ['май']))).toBe('Подготовить: ¶ отчёт; ¶ план *(май)*.')
  })

  test('is not a part of another word', () => {
    const made = decision('Провести майские чтения.')
    made.dues = [{ ...due('', 'май'), range: null }]
    expect(printed(made)).toBe('Провести майские чтения *(май)*.')
  })
})

describe('addressees', () => {
  test('that the text names are not repeated, whatever their form', () => {
    const text = 'Руководителям ИБЦ, МИБЦ принять за образец.'
    expect(printed(decision(text, [], ['Руководителям ИБЦ', 'Руководителям МИБЦ']))).toBe(text)
    const person = 'Руководителю МИБЦ Синицыной О.Д. обновить сайт.'
    expect(printed(decision(person, [], ['Синицына О.Д.']))).toBe(person)
    expect(printed(decision(person, [], ['Синицыной О.Д.', 'руководителю МИБЦ']))).toBe(person)
  })

  test('that it does not name come first and the sentence goes on', () => {
    expect(printed(decision('Подготовить отчёт.', ['май'], ['руководителям ИБЦ', 'директорам школ']))).toBe(
      'Руководителям ИБЦ, директорам школ подготовить отчёт *(май)*.',
    )
  })

  test('in another case than the dative, or before another form of words, are set off by a colon', () => {
    expect(printed(decision('Разместить листы.', [], ['Гусева Т.Ф.']))).toBe('Гусева Т.Ф.: разместить листы.')
    expect(printed(decision('План утвердить.', [], ['директорам школ']))).toBe('Директорам школ: План утвердить.')
  })

  test('are not taken for named when the text speaks of others', () => {
    expect(printed(decision('Согласовать с директором школы.', [], ['директорам школ']))).toBe(
      'Директорам школ согласовать с директором школы.',
    )
  })

  test('alone, of a decision not yet worded', () => {
    expect(printed(decision('', ['май'], ['директорам школ']))).toBe('Директорам школ *(май)*')
    expect(printed(decision(''))).toBe('')
  })
})
