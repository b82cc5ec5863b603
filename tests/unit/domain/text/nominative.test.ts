import { nominativeName } from '@shared/domain/text/nominative'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('names back in the nominative', () => {
  it.each([
    ['Ветлугину Н.С.', 'f', 'Ветлугина Н.С.'],
    ['Ромашкову О.П.', null, 'Ромашкова О.П.'],
    ['Белозерскую А.А.', null, 'Белозерская А.А.'],
    ['Тарханова И.М.', 'm', 'Тарханов И.М.'],
    ['Осокину Марию Витальевну', null, 'Осокина Мария Витальевна'],
    ['Тарасюка Бориса Аркадьевича', null, 'Тарасюк Борис Аркадьевич'],
    ['Березина Павла Ильича', null, 'Березин Павел Ильич'],
    ['Гоголя Андрея Петровича', null, 'Гоголь Андрей Петрович'],
    ['Зарецкого Льва Львовича', null, 'Зарецкий Лев Львович'],
    ['Петренко Г.Г.', null, 'Петренко Г.Г.'],
    ['Цой В.А.', null, 'Цой В.А.'],
    ['Хромых Р.Д.', null, 'Хромых Р.Д.'],
    ['Шевчук О.П.', 'f', 'Шевчук О.П.'],
    ['ВЕТЛУГИНУ Н.С.', null, 'ВЕТЛУГИНА Н.С.'],
  ] as const)('слушали %s', (declined, gender, name) => {
    expect(nominativeName(declined, 'accusative', gender).name).toBe(name)
  })

  it.each([
    ['Ветлугиной Н.С.', 'f', 'Ветлугина Н.С.'],
    ['Тарханову И.М.', 'm', 'Тарханов И.М.'],
    ['Осокиной Марии Витальевне', null, 'Осокина Мария Витальевна'],
    ['Березину Павлу Ильичу', null, 'Березин Павел Ильич'],
  ] as const)('поручить %s', (declined, gender, name) => {
    expect(nominativeName(declined, 'dative', gender).name).toBe(name)
  })

  it('takes a man in the accusative for the woman he looks like, unsure, unless the paper tells', () => {
    expect(nominativeName('Фокеева А.А.', 'accusative')).toEqual({ name: 'Фокеева А.А.', sure: false })
    expect(nominativeName('Фокеева А.А.', 'accusative', null, ['Фокеева Анна Андреевна'])).toEqual({
      name: 'Фокеева А.А.',
      sure: true,
    })
  })

  const root = fc.constantFrom('Ветлуг', 'Ромаш', 'Берест', 'Зубар', 'Лопух', 'Тархан', 'Осок', 'Каменск')
  const initials = fc.constantFrom('А.А.', 'О. П.', 'Е.')
  const women = fc.constantFrom<readonly [string, string, string]>(
    ['ова', 'ову', 'овой'],
    ['ева', 'еву', 'евой'],
    ['ина', 'ину', 'иной'],
    ['ская', 'скую', 'ской'],
    ['ых', 'ых', 'ых'],
    ['енко', 'енко', 'енко'],
  )
  const men = fc.constantFrom<readonly [string, string, string]>(
    ['ов', 'ова', 'ову'],
    ['ев', 'ева', 'еву'],
    ['ин', 'ина', 'ину'],
    ['ский', 'ского', 'скому'],
    ['ук', 'ука', 'уку'],
    ['ых', 'ых', 'ых'],
    ['енко', 'енко', 'енко'],
  )

  it.each([
    ['f', women],
    ['m', men],
  ] as const)('undoes what the case did (%s)', (gender, endings) => {
    fc.assert(
      fc.property(root, endings, initials, (stem, [name, accusative, dative], rest) => {
        expect(nominativeName(`${stem}${accusative} ${rest}`, 'accusative', gender).name).toBe(`${stem}${name} ${rest}`)
        expect(nominativeName(`${stem}${dative} ${rest}`, 'dative', gender).name).toBe(`${stem}${name} ${rest}`)
      }),
    )
  })

  it('never fails and changes nothing that is no name', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(typeof nominativeName(text, 'accusative').name).toBe('string')
      }),
    )
    expect(nominativeName('все участники', 'accusative')).toEqual({ name: 'все участники', sure: false })
  })
})
