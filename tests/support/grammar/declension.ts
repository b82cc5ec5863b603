/** Declension of the nouns a report counts: enough for the checker of numbers, not a grammar of Russian. */

export type Case = 'nom' | 'gen' | 'dat' | 'acc' | 'ins' | 'prep'
export type Gender = 'm' | 'f' | 'n'
export interface Noun {
  gender: Gender
  animate: boolean
  one: Record<Case, string>
  many: Record<Case, string>
  /** After 5 and more, where it is not the genitive plural: «5 человек», «5 лет». */
  counted?: string
}

type Forms = readonly [nom: string, gen: string, dat: string, acc: string, ins: string, prep: string]

const cases = ([nom, gen, dat, acc, ins, prep]: Forms): Record<Case, string> => ({ nom, gen, dat, acc, ins, prep })

function noun(gender: Gender, animate: boolean, one: Forms, many: Forms): Noun {
  return { gender, animate, one: cases(one), many: cases(many) }
}

const hissing = /[гкхжчшщ]$/u

/** школа, заявка; `genMany` where a vowel comes in: заявок. */
function feminineA(nom: string, genMany?: string): Noun {
  const stem = nom.slice(0, -1)
  const i = `${stem}${hissing.test(stem) ? 'и' : 'ы'}`
  const ins = `${stem}${/[жчшщц]$/u.test(stem) ? 'ей' : 'ой'}`
  const many = genMany ?? stem
  const one: Forms = [nom, i, `${stem}е`, `${stem}у`, ins, `${stem}е`]
  return noun('f', false, one, [i, many, `${stem}ам`, i, `${stem}ами`, `${stem}ах`])
}

/** публикация */
function feminineIya(nom: string): Noun {
  const s = nom.slice(0, -1)
  const one: Forms = [nom, `${s}и`, `${s}и`, `${s}ю`, `${s}ей`, `${s}и`]
  return noun('f', false, one, [`${s}и`, `${s}й`, `${s}ям`, `${s}и`, `${s}ями`, `${s}ях`])
}

/** должность */
function feminineSoft(nom: string): Noun {
  const s = nom.slice(0, -1)
  const one: Forms = [nom, `${s}и`, `${s}и`, nom, `${s}ью`, `${s}и`]
  return noun('f', false, one, [`${s}и`, `${s}ей`, `${s}ям`, `${s}и`, `${s}ями`, `${s}ях`])
}

/** заседание */
function neuterIe(nom: string): Noun {
  const s = nom.slice(0, -1)
  const one: Forms = [nom, `${s}я`, `${s}ю`, nom, `${s}м`, `${s}и`]
  return noun('n', false, one, [`${s}я`, `${s}й`, `${s}ям`, `${s}я`, `${s}ями`, `${s}ях`])
}

/** конкурс, учебник; `stem` where a vowel drops out: излишек, излишк- */
function masculine(nom: string, animate = false, stem = nom): Noun {
  const plural = `${stem}${hissing.test(stem) ? 'и' : 'ы'}`
  const gen = `${stem}ов`
  const ins = `${stem}${/[жчшщц]$/u.test(stem) ? 'ем' : 'ом'}`
  const one: Forms = [nom, `${stem}а`, `${stem}у`, animate ? `${stem}а` : nom, ins, `${stem}е`]
  return noun('m', animate, one, [plural, gen, `${stem}ам`, animate ? gen : plural, `${stem}ами`, `${stem}ах`])
}

/** библиотекарь, рубль */
function masculineSoft(nom: string, animate: boolean, s = nom.slice(0, -1)): Noun {
  const one: Forms = [nom, `${s}я`, `${s}ю`, animate ? `${s}я` : nom, `${s}ем`, `${s}е`]
  const gen = `${s}ей`
  return noun('m', animate, one, [`${s}и`, gen, `${s}ям`, animate ? gen : `${s}и`, `${s}ями`, `${s}ях`])
}

/** обучающийся */
function participle(stem: string): Noun {
  const one: Forms = ['ийся', 'егося', 'емуся', 'егося', 'имся', 'емся'].map((end) => stem + end) as unknown as Forms
  const many: Forms = ['иеся', 'ихся', 'имся', 'ихся', 'имися', 'ихся'].map((end) => stem + end) as unknown as Forms
  // «2 обучающихся»: an adjective stands in the plural after two, three and four.
  return { ...noun('m', true, one, many), counted: `${stem}ихся` }
}

const irregular: Record<string, Noun> = {
  человек: {
    ...noun(
      'm',
      true,
      ['человек', 'человека', 'человеку', 'человека', 'человеком', 'человеке'],
      ['люди', 'человек', 'людям', 'человек', 'людьми', 'людях'],
    ),
    counted: 'человек',
  },
  год: {
    ...noun(
      'm',
      false,
      ['год', 'года', 'году', 'год', 'годом', 'году'],
      ['годы', 'лет', 'годам', 'годы', 'годами', 'годах'],
    ),
    counted: 'лет',
  },
  раз: noun(
    'm',
    false,
    ['раз', 'раза', 'разу', 'раз', 'разом', 'разе'],
    ['разы', 'раз', 'разам', 'разы', 'разами', 'разах'],
  ),
  день: noun(
    'm',
    false,
    ['день', 'дня', 'дню', 'день', 'днём', 'дне'],
    ['дни', 'дней', 'дням', 'дни', 'днями', 'днях'],
  ),
  месяц: noun(
    'm',
    false,
    ['месяц', 'месяца', 'месяцу', 'месяц', 'месяцем', 'месяце'],
    ['месяцы', 'месяцев', 'месяцам', 'месяцы', 'месяцами', 'месяцах'],
  ),
  место: noun(
    'n',
    false,
    ['место', 'места', 'месту', 'место', 'местом', 'месте'],
    ['места', 'мест', 'местам', 'места', 'местами', 'местах'],
  ),
  комплект: masculine('комплект'),
  учитель: noun(
    'm',
    true,
    ['учитель', 'учителя', 'учителю', 'учителя', 'учителем', 'учителе'],
    ['учителя', 'учителей', 'учителям', 'учителей', 'учителями', 'учителях'],
  ),
  статья: noun(
    'f',
    false,
    ['статья', 'статьи', 'статье', 'статью', 'статьёй', 'статье'],
    ['статьи', 'статей', 'статьям', 'статьи', 'статьями', 'статьях'],
  ),
}

const table: Noun[] = [
  ...Object.values(irregular),
  ...words('школа работа награда карта причина таблица страница библиотека программа').map((word) => feminineA(word)),
  ...Object.entries({
    ставка: 'ставок',
    заявка: 'заявок',
    строка: 'строк',
    передача: 'передач',
    встреча: 'встреч',
    поездка: 'поездок',
    отметка: 'отметок',
    задача: 'задач',
  }).map(([word, many]) => feminineA(word, many)),
  ...words('публикация категория кампания организация позиция акция конференция партия').map(feminineIya),
  ...words('должность потребность бронь запись').map(feminineSoft),
  ...words(
    'заседание совещание решение поручение мероприятие событие издание наименование подключение объединение списание ' +
      'нарушение предложение замечание участие образование учреждение название',
  ).map(neuterIe),
  ...words(
    'конкурс вебинар семинар учебник экземпляр центр акт предмет курс пункт раздел вопрос протокол договор сайт ' +
      'филиал класс диплом документ отчёт балл процент форум час компьютер',
  ).map((word) => masculine(word)),
  masculine('излишек', false, 'излишк'),
  masculine('рисунок', false, 'рисунк'),
  ...words('специалист работник участник ученик школьник призёр педагог методист').map((word) => masculine(word, true)),
  ...words('библиотекарь победитель педагог-библиотекарь руководитель').map((word) => masculineSoft(word, true)),
  masculineSoft('рубль', false, 'рубл'),
  participle('обучающ'),
  participle('учащ'),
]

function words(text: string): string[] {
  return text.split(' ')
}

const byForm = new Map<string, Noun[]>()
for (const one of table)
  for (const form of new Set([...Object.values(one.one), ...Object.values(one.many), one.counted ?? one.many.gen]))
    byForm.set(plainForm(form), [...(byForm.get(plainForm(form)) ?? []), one])

// Forms that no number takes, known so that they are told.
for (const [form, word] of [
  ['годов', 'год'],
  ['людей', 'человек'],
] as const) {
  const one = irregular[word]
  if (one) byForm.set(form, [one])
}

/** Lower case, е for ё. */
export function plainForm(word: string): string {
  return word.toLowerCase().replaceAll('ё', 'е')
}

/** Nouns of which the word is some form; empty for a word that is not known. */
export function nounsOf(word: string): readonly Noun[] {
  return byForm.get(plainForm(word)) ?? []
}
