import type { ProtocolLayout } from '@shared/contract/associations'
import type { MeetingRecord } from '@shared/contract/meetings'
import { buildProtocol } from '@shared/papers/protocol/build'
import { describe, expect, test } from 'vitest'
import { cityRecord } from '../../fixtures/meetings/city'
import { districtRecord } from '../../fixtures/meetings/district'
import {
  decision,
  item,
  meeting,
  noVote,
  person,
  profile,
  profileWith,
  record,
  speech,
} from '../../fixtures/meetings/make'
import { groupRecord } from '../../fixtures/meetings/working-group'
import { linesOf } from './paper-text'

const print = (made: MeetingRecord, layout: ProtocolLayout | null = null, papers = {}): string[] =>
  linesOf(buildProtocol(made, { profile: profileWith(papers), layout }))

test('the full protocol goes as FORMS says', () => {
  const lines = print(districtRecord)
  expect(lines.slice(0, 8)).toEqual([
    'ПРОТОКОЛ № 2',
    'заседания районного методического объединения педагогов-библиотекарей',
    '8 сентября 2023 г. | Дом детского творчества Берёзовского района',
    'Председательствующий: Щеглова Т.М., руководитель РМО',
    'Секретарь: Козырева Л.Д.',
    'Присутствовали: 29 педагогов-библиотекарей Берёзовского района',
    'Приглашённые: Кулагина В.Р., региональный менеджер АО «Издательство «Восход»',
    'ПОВЕСТКА ДНЯ:',
  ])
  expect(lines).toContain(
    '2. О методической теме года «От абонемента к мастерской: чему школьная библиотека учит сама и чему — вместе с учителем».',
  )
  expect(lines).toContain('Докладчик: Щеглова Т.М., руководитель РМО')
  const first = lines.indexOf('1. СЛУШАЛИ:')
  expect(lines.slice(first, first + 5)).toEqual([
    '1. СЛУШАЛИ:',
    'Щеглова Т.М., руководитель РМО — раздала план РМО на 2022-2023 учебный год и спросила, что из него оставить, а что дописать.',
    'ГОЛОСОВАЛИ: «за» — 29, «против» — нет, «воздержались» — нет',
    'РЕШИЛИ:',
    '1.1. План РМО на 2023-2024 учебный год приняли с дополнениями.',
  ])
  const third = lines.indexOf('3. СЛУШАЛИ:')
  expect(lines.slice(third + 2, third + 5)).toEqual([
    'ВЫСТУПИЛИ:',
    'Зимина Р.П., педагог-библиотекарь МБОУ СОШ № 4 — напомнила о бланке акта.',
    'Показала пример его заполнения.',
  ])
  expect(lines.slice(-3)).toEqual([
    '10.1. вести и дальше всё начатое к Году семьи, лучшее показать на районном празднике',
    'Председательствующий | Щеглова Т.М.',
    'Секретарь заседания | Козырева Л.Д.',
  ])
})

test('the short protocol goes as FORMS says', () => {
  const lines = print(cityRecord, null, { dateStyle: 'digits' })
  expect(lines.slice(0, 9)).toEqual([
    'ПРОТОКОЛ',
    'совещания',
    '«Школьные библиотеки города: от читального зала к информационно-библиотечному центру»',
    'Дата проведения: 23.01.2024, 15:00',
    'Место проведения: Городской дом учителя',
    'Присутствовали: 21 человек (педагоги-библиотекари, руководители ИБЦ)',
    'Повестка дня:',
    cityRecord.meeting.agenda[0]?.title,
    'Решили:',
  ])
  expect(lines.slice(9, 24).map((line) => line.slice(0, line.indexOf(' ')))).toEqual(
    Array.from({ length: 15 }, (_, index) => `${index + 1}.`),
  )
  expect(lines.slice(24)).toEqual([
    'Секретарь совещания | Синицына О.Д., заведующая МИБЦ гимназии № 3 г. Верхнеольховска',
  ])
})

test('the programme goes as FORMS says: two who lead, no secretary, speeches tied to no question', () => {
  const lines = print(groupRecord)
  expect(lines.slice(0, 7)).toEqual([
    'ПРОТОКОЛ № 3-о',
    'заседания рабочей группы по читательской грамотности',
    'Тема: «Читательская грамотность: библиотека как партнёр учителя»',
    'Дата: 12 марта 2026 г.',
    'Время: 14:00 (онлайн)',
    'Присутствовало: 4 человека',
    'Участники: педагоги-библиотекари и учителя литературы: Орехова М.С., методист, МКУ «ИМЦ»; Дроздов П.А., заведующий ИБЦ, МАОУ лицей № 2; Алябьева Н.Т., педагог-библиотекарь, МБОУ СОШ № 7; Жукова-Ольшанская В.Ф., библиотекарь, МБОУ ООШ № 31 (с 14:30)',
  ])
  expect(lines).toContain(
    'Отсутствовали: 1 человек: Пахомов С.Ю., педагог-библиотекарь, МБОУ СОШ № 12 (по уважительной причине: курсы)',
  )
  expect(lines).toContain(
    'Ведущие заседания: Орехова Марина Сергеевна, методист МКУ «ИМЦ»; Дроздов П.А., заведующий ИБЦ МАОУ лицея № 2',
  )
  const speeches = lines.indexOf('Выступления')
  expect(lines.slice(speeches, speeches + 4)).toEqual([
    'Выступления',
    'Орехова М.С., методист МКУ «ИМЦ»',
    'Представила сводные результаты диагностики по 34 школам района.',
    'Отметила, что 62 % учащихся справляются с заданиями базового уровня, а с заданиями повышенного уровня — только 18 %.',
  ])
  expect(lines.slice(-6)).toEqual([
    'Решено:',
    '1. Педагогам-библиотекарям провести повторную диагностику в 5-х классах (апрель 2026 года)',
    '2. Алябьева Н.Т.: разместить маршрутные листы на странице рабочей группы (до 1 апреля 2026 г.).',
    '3. Принять предложение краевой детской библиотеки.',
    'Ведущий заседания | Орехова Марина Сергеевна',
    'Ведущий заседания | Дроздов П.А.',
  ])
})

test('one meeting in another layout: decisions of all items run through, votes are not lost', () => {
  const lines = print(districtRecord, 'decisions')
  expect(lines).toContain('10. вести и дальше всё начатое к Году семьи, лучшее показать на районном празднике')
  expect(lines).toContain('Голосовали по вопросу 1: «за» — 29, «против» — нет, «воздержались» — нет.')
  expect(lines.some((line) => line.includes('раздала план'))).toBe(false)
})

describe('roster', () => {
  test('of more people than the settings allow becomes an annex', () => {
    const lines = print(groupRecord, 'full', { rosterAnnexOver: 3 })
    expect(lines).toContain(
      'Присутствовали: 4 человека (педагоги-библиотекари и учителя литературы), список прилагается',
    )
    const annex = lines.indexOf('----')
    expect(lines.slice(annex + 1)).toEqual([
      'Приложение',
      'к протоколу № 3-о от 12 марта 2026 г.',
      'СПИСОК ПРИСУТСТВУЮЩИХ',
      'на заседании рабочей группы по читательской грамотности',
      '«Читательская грамотность: библиотека как партнёр учителя»',
      '№ п/п | Фамилия, имя, отчество | Должность | Школа | Подпись',
      '1. | Орехова М.С. | методист | МКУ «ИМЦ» | ',
      '2. | Дроздов П.А. | заведующий ИБЦ | МАОУ лицей № 2 | ',
      '3. | Алябьева Н.Т. | педагог-библиотекарь | МБОУ СОШ № 7 | ',
      '4. | Жукова-Ольшанская В.Ф. (с 14:30) | библиотекарь | МБОУ ООШ № 31 | ',
    ])
  })

  test('up to the limit is named in the protocol', () => {
    expect(print(groupRecord, 'full', { rosterAnnexOver: 4 })).not.toContain('----')
  })
})

describe('the word over decisions', () => {
  const labelled = (own: string, series: string, settings: string, layout: ProtocolLayout): string | undefined => {
    const made = record(meeting({ decisionLabel: own, decisions: [decision('Принять к сведению.')] }), {
      decisionLabel: series,
    })
    const lines = print(made, layout, { decisionLabel: settings })
    return lines[lines.findIndex((line) => line.startsWith('1. ')) - 1]
  }
  test('is the meeting’s, else the series’, else the settings’', () => {
    expect(labelled('По результатам голосования МО решило', 'Решено', 'ПОСТАНОВИЛИ', 'full')).toBe(
      'По результатам голосования МО решило:',
    )
    expect(labelled('', 'Решено:', 'ПОСТАНОВИЛИ', 'full')).toBe('Решено:')
    expect(labelled('', '', 'ПОСТАНОВИЛИ', 'programme')).toBe('ПОСТАНОВИЛИ:')
  })
  test('untouched settings give each layout its usual word', () => {
    expect(labelled('', '', 'РЕШИЛИ', 'full')).toBe('РЕШИЛИ:')
    expect(labelled('', '', 'РЕШИЛИ', 'decisions')).toBe('Решили:')
    expect(labelled('', '', 'РЕШИЛИ', 'programme')).toBe('Решено:')
  })
})

describe('the full protocol of an unfinished or unusual meeting', () => {
  test('an agenda alone, before the meeting, has no course', () => {
    const lines = print(record(meeting({ agenda: [item('О плане'), item('Об обмене')] })))
    expect(lines.slice(-2)).toEqual(['1. О плане', '2. Об обмене'])
  })

  test('an item without a report is named, so that numbers stay those of the agenda', () => {
    const agenda = [
      item('О плане', { speeches: [speech(person('Щеглова Т.М.'), 'о плане')] }),
      item('Об обмене', { speeches: [speech(person('Зимина Р.П.'), 'за', 'remark')] }),
      item('Разное', { decisions: [decision('Принять.')] }),
    ]
    const lines = print(record(meeting({ agenda })))
    expect(lines.slice(lines.indexOf('1. СЛУШАЛИ:'))).toEqual([
      '1. СЛУШАЛИ:',
      'Щеглова Т.М. — о плане',
      '2. Об обмене',
      'ВЫСТУПИЛИ:',
      'Зимина Р.П. — за',
      '3. Разное',
      'РЕШИЛИ:',
      '3.1. Принять.',
    ])
  })

  test('what is tied to no item comes after the items and goes on counting', () => {
    const doc = meeting({
      agenda: [item('О плане', { decisions: [decision('Утвердить.'), decision('Разослать.')] })],
      speeches: [speech(person('Ким Л.Г.'), 'Пригласила на выставку.')],
      decisions: [decision('Посетить выставку.')],
    })
    const lines = print(record(doc))
    expect(lines.slice(-8)).toEqual([
      '1. О плане',
      'РЕШИЛИ:',
      '1.1. Утвердить.',
      '1.2. Разослать.',
      'СЛУШАЛИ:',
      'Ким Л.Г. — пригласила на выставку.',
      'РЕШИЛИ:',
      '3. Посетить выставку.',
    ])
  })

  test('an item at the end on which nothing is recorded does not stand over what belongs to no item', () => {
    const agenda = [item('О плане', { decisions: [decision('Утвердить.')] }), item('Разное')]
    const lines = print(record(meeting({ agenda, decisions: [decision('Посетить выставку.')] })))
    expect(lines.slice(-3)).toEqual(['1.1. Утвердить.', 'РЕШИЛИ:', '2. Посетить выставку.'])
  })

  test('no number, theme, chair or secretary: no empty line for them', () => {
    const lines = print(record(meeting({ theme: 'Год книги', agenda: [item('О плане')] })))
    expect(lines).toEqual([
      'ПРОТОКОЛ',
      'заседания районного методического объединения педагогов-библиотекарей',
      'Тема: «Год книги»',
      '8 сентября 2023 г.',
      'ПОВЕСТКА ДНЯ:',
      '1. О плане',
    ])
  })

  test('votes as they were taken', () => {
    const voted = (vote: Partial<typeof noVote>): string | undefined =>
      print(record(meeting({ agenda: [item('О плане', { vote: { ...noVote, ...vote } })] }))).find((line) =>
        line.startsWith('ГОЛОСОВАЛИ'),
      )
    expect(voted({})).toBeUndefined()
    expect(voted({ unanimous: true })).toBe('ГОЛОСОВАЛИ: единогласно')
    expect(voted({ for: 12, against: 1, abstained: 2 })).toBe('ГОЛОСОВАЛИ: «за» — 12, «против» — 1, «воздержались» — 2')
    expect(voted({ unanimous: true, for: 29 })).toBe('ГОЛОСОВАЛИ: единогласно: «за» — 29')
  })

  test('words read from a paper are not given their speaker twice', () => {
    const text = 'По первому вопросу слушали руководителя РМО Щеглову Т.М., которая раздала план.'
    const agenda = [item('О плане', { speeches: [speech(person('Щеглова Т.М.', 'руководитель РМО'), text)] })]
    const lines = print(record(meeting({ agenda })))
    expect(lines).toContain(text)
    const clause = [item('О плане', { speeches: [speech(person('Щеглова Т.М.'), 'которая раздала план.')] })]
    expect(print(record(meeting({ agenda: clause })))).toContain('Щеглова Т.М., которая раздала план.')
  })
})

test('the head of the association is called by his position where that is his role', () => {
  const lines = print(record(meeting({ chairs: [person('Щеглова Т.М.', 'руководитель')], agenda: [item('О плане')] })))
  expect(lines).toContain('Руководитель: Щеглова Т.М.')
  expect(lines).toContain('Руководитель | Щеглова Т.М.')
})

test('the same record gives the same paper', () => {
  expect(buildProtocol(districtRecord, { profile, layout: null })).toEqual(
    buildProtocol(districtRecord, { profile, layout: 'full' }),
  )
})
