import { AppError } from '@shared/errors'
import { buildExtract } from '@shared/papers/extract'
import { describe, expect, test } from 'vitest'
import { cityRecord } from '../../fixtures/meetings/city'
import { districtRecord } from '../../fixtures/meetings/district'
import { profile } from '../../fixtures/meetings/make'
import { linesOf } from './paper-text'

describe('extract', () => {
  test('is one decision to one school, under its own number', () => {
    const lines = linesOf(buildExtract(districtRecord, { profile }, { number: '4.1', schoolName: 'МБОУ СОШ № 4' }))
    expect(lines).toEqual([
      'МБОУ СОШ № 4',
      'ВЫПИСКА ИЗ ПРОТОКОЛА № 2',
      'заседания районного методического объединения педагогов-библиотекарей',
      '8 сентября 2023 г. | Дом детского творчества Берёзовского района',
      'Председательствующий: Щеглова Т.М., руководитель РМО',
      'Секретарь: Козырева Л.Д.',
      'Присутствовали: 29 педагогов-библиотекарей Берёзовского района',
      'Вопрос повестки дня: 4. О сведениях для банка данных',
      'РЕШИЛИ:',
      '4.1. Педагогам-библиотекарям прислать таблицу до 10 октября 2022 г.',
      'Председательствующий | Щеглова Т.М.',
      'Секретарь заседания | Козырева Л.Д.',
      'Выписка верна.',
      'Методист | Лапина О.С.',
      '«____» ______________ 20___ г.',
    ])
  })

  test('without a school goes to the addressees; the number is that of the layout', () => {
    const lines = linesOf(buildExtract(cityRecord, { profile }, { number: '13.', schoolName: null }))
    expect(lines[0]).toBe('Руководителю МИБЦ')
    expect(lines.find((line) => line.startsWith('13. '))).toMatch(
      /^13\. Руководителю МИБЦ менять .* \(по мере обновления данных\)\.$/u,
    )
  })

  test('knows the numbers of another layout in which the protocol was printed', () => {
    const lines = linesOf(buildExtract(districtRecord, { profile }, { number: '4', schoolName: null }))
    expect(lines).toContain('4. Педагогам-библиотекарям прислать таблицу до 10 октября 2022 г.')
  })

  test('of a decision that is not there is refused with those that are', () => {
    const build = (): unknown => buildExtract(districtRecord, { profile }, { number: '4.2', schoolName: null })
    expect(build).toThrow(AppError)
    expect(build).toThrow(/нет решения № 4\.2\. Есть решения: 1\.1, 2\.1/u)
  })
})
