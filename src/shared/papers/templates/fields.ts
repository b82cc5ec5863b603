import { normKey } from '../../domain/text/norm'

/**
 * Fields of a template made in Word: what may stand in braces. Names are compared without case, «ё» is «е», «_» is a space.
 */

export interface TemplateField {
  name: string
  /** What it becomes, for the list beside a template. */
  meaning: string
  /** For a template filled as an example. */
  sample: string
  /** Other names of the same. */
  also?: readonly string[]
  /** Known only where there is somebody a paper is made for: letters and certificates. */
  ofRecipient?: true
}

export interface TemplateLoop {
  name: string
  meaning: string
  fields: readonly TemplateField[]
  sampleRows: number
}

/** Where our own paper is put into a letterhead. */
export const PLACE_FIELD = 'документ'

export const commonFields: readonly TemplateField[] = [
  { name: PLACE_FIELD, meaning: 'место, куда встанет сам документ; отдельным абзацем', sample: '' },
  {
    name: 'название документа',
    meaning: 'как назван документ',
    sample: 'Протокол № 1',
    also: ['название', 'заголовок'],
  },
  { name: 'муниципалитет', meaning: 'муниципалитет из настроек', sample: 'Заречный район', also: ['район'] },
  { name: 'регион', meaning: 'регион из настроек', sample: 'Приозёрная область', also: ['область'] },
  {
    name: 'орган управления',
    meaning: 'орган управления образованием из настроек',
    sample: 'Управление образования Заречного района',
    also: ['орган управления образованием', 'управление образования', 'организация', 'учреждение'],
  },
  { name: 'методист', meaning: 'методист из настроек', sample: 'Мельникова Ольга Сергеевна' },
  { name: 'учебный год', meaning: 'текущий учебный год', sample: '2026–2027' },
  {
    name: 'дата',
    meaning: 'дата документа словами',
    sample: '8 сентября 2026 г.',
    also: ['дата словами', 'дата письма'],
  },
  { name: 'дата цифрами', meaning: 'дата документа цифрами', sample: '08.09.2026' },
  { name: 'год', meaning: 'год документа', sample: '2026' },
]

export const mailingFields: readonly TemplateField[] = [
  { name: 'номер', meaning: 'исходящий номер', sample: '12', also: ['исх номер', 'исходящий номер', 'номер письма'] },
  {
    name: 'тема',
    meaning: 'о чём письмо или за что награда, общая для всех',
    sample: 'О сверке учебников',
    also: ['о чём'],
  },
  {
    name: 'текст',
    meaning: 'текст письма; его абзацы станут абзацами',
    sample: 'Просим до 10 октября сверить фонд учебников.',
  },
  {
    name: 'подписавший',
    meaning: 'кто подписал',
    sample: 'О.С. Мельникова',
    also: ['подпись', 'руководитель', 'фио подписавшего'],
  },
  { name: 'должность подписавшего', meaning: 'его должность', sample: 'Методист', also: ['должность руководителя'] },
  {
    name: 'мероприятие',
    meaning: 'мероприятие, выбранное для рассылки',
    sample: 'Конкурс «Живая страница»',
    also: ['событие', 'конкурс'],
  },
  { name: 'дата мероприятия', meaning: 'когда оно было', sample: '15 октября 2026 г.' },
  { name: 'количество', meaning: 'сколько получателей', sample: '3' },
]

export const recipientFields: readonly TemplateField[] = (
  [
    {
      name: 'кому',
      meaning: 'адресат в дательном падеже: «Директору МБОУ СОШ № 3 Скворцовой З.И.»',
      sample: 'Директору СОШ № 3 Скворцовой З.И.',
      also: ['адресат'],
    },
    { name: 'обращение', meaning: '«Уважаемая Зинаида Ивановна!»', sample: 'Уважаемая Зинаида Ивановна!' },
    {
      name: 'фио',
      meaning: 'фамилия, имя, отчество',
      sample: 'Скворцова Зинаида Ивановна',
      also: ['ф.и.о.', 'получатель', 'имя', 'участник'],
    },
    {
      name: 'фио дательный',
      meaning: 'они же в дательном падеже',
      sample: 'Скворцовой Зинаиде Ивановне',
      also: ['фио в дательном падеже', 'фио кому'],
    },
    { name: 'фамилия и инициалы', meaning: '«Скворцова З.И.»', sample: 'Скворцова З.И.' },
    { name: 'имя отчество', meaning: '«Зинаида Ивановна»', sample: 'Зинаида Ивановна', also: ['имя и отчество'] },
    { name: 'должность', meaning: 'должность получателя', sample: 'директор' },
    {
      name: 'должность дательный',
      meaning: 'она же в дательном падеже',
      sample: 'директору',
      also: ['должность в дательном падеже'],
    },
    { name: 'школа', meaning: 'школа кратко', sample: 'СОШ № 3', also: ['оо', 'образовательная организация'] },
    {
      name: 'полное название школы',
      meaning: 'школа полностью',
      sample: 'Муниципальное бюджетное общеобразовательное учреждение «СОШ № 3»',
      also: ['школа полностью', 'полное наименование'],
    },
    { name: 'директор', meaning: 'директор школы', sample: 'Скворцова Зинаида Ивановна', also: ['директор школы'] },
    {
      name: 'директор дательный',
      meaning: 'он же в дательном падеже',
      sample: 'Скворцовой Зинаиде Ивановне',
      also: ['директору'],
    },
    { name: 'населённый пункт', meaning: 'где школа', sample: 'с. Заречье', also: ['село', 'город'] },
    { name: 'адрес', meaning: 'адрес школы', sample: 'ул. Школьная, 1' },
    { name: 'телефон', meaning: 'телефон школы', sample: '8 (000) 000-00-03' },
    {
      name: 'почта',
      meaning: 'электронная почта школы',
      sample: 'school3@example.org',
      also: ['email', 'e-mail', 'электронная почта'],
    },
    {
      name: 'за что',
      meaning: 'слова об этом получателе',
      sample: 'за победу в конкурсе «Живая страница»',
      also: ['награда', 'заслуги'],
    },
    { name: 'результат', meaning: 'роль или результат в мероприятии', sample: 'победитель', also: ['место', 'роль'] },
  ] satisfies TemplateField[]
).map((field) => ({ ...field, ofRecipient: true as const }))

export const templateLoops: readonly TemplateLoop[] = [
  {
    name: 'школы',
    meaning: 'все школы-получатели; внутри — поля получателя и {№}',
    fields: [{ name: '№', meaning: 'номер по порядку', sample: '1', also: ['п/п', '№ п/п'] }, ...recipientFields],
    sampleRows: 3,
  },
  {
    name: 'получатели',
    meaning: 'все получатели; внутри — поля получателя и {№}',
    fields: [{ name: '№', meaning: 'номер по порядку', sample: '1', also: ['п/п', '№ п/п'] }, ...recipientFields],
    sampleRows: 3,
  },
  {
    name: 'поручения',
    meaning: 'невыполненные решения, данные школе получателя',
    fields: [
      { name: '№', meaning: 'номер по порядку', sample: '1', also: ['п/п', '№ п/п'] },
      { name: 'номер решения', meaning: '№ решения в протоколе', sample: '1.2' },
      { name: 'решение', meaning: 'текст решения', sample: 'Сверить фонд учебников', also: ['поручение'] },
      { name: 'срок', meaning: 'срок решения', sample: 'до 10 октября 2026 г.' },
      { name: 'протокол', meaning: 'номер и дата протокола', sample: '№ 1 от 08.09.2026' },
    ],
    sampleRows: 2,
  },
]

/** The key by which two names of fields are the same. */
export function fieldKey(name: string): string {
  return normKey(name)
    .replace(/[\s_]+/gu, ' ')
    .trim()
}

export const topFields: readonly TemplateField[] = [...commonFields, ...mailingFields, ...recipientFields]

const namesOf = (fields: readonly TemplateField[]): Map<string, TemplateField> =>
  new Map(
    fields.flatMap((field) => [field.name, ...(field.also ?? [])].map((name) => [fieldKey(name), field] as const)),
  )

const top = namesOf(topFields)
const loops = new Map(templateLoops.map((loop) => [fieldKey(loop.name), { loop, fields: namesOf(loop.fields) }]))

export function fieldNamed(name: string, within: readonly string[]): TemplateField | null {
  const key = fieldKey(name)
  for (const one of [...within].reverse()) {
    const found = loops.get(fieldKey(one))?.fields.get(key)
    if (found) return found
  }
  return top.get(key) ?? null
}

export function loopNamed(name: string): TemplateLoop | null {
  return loops.get(fieldKey(name))?.loop ?? null
}

/** Every name that may stand in braces there, for «возможно, {школа}». */
export function knownNames(within: readonly string[], isLoop: boolean): string[] {
  const inner = within.flatMap((one) => [...(loops.get(fieldKey(one))?.loop.fields ?? [])])
  const fields = [...inner, ...topFields].flatMap((field) => [field.name, ...(field.also ?? [])])
  return [...(isLoop ? templateLoops.map((loop) => loop.name) : []), ...fields]
}

type Values = { [name: string]: string | Values[] }

/** Fills also the other names of each field: a template may use any. */
export function withAliases(
  values: Readonly<Record<string, string>>,
  fields: readonly TemplateField[],
): Record<string, string> {
  const all: Record<string, string> = { ...values }
  for (const field of fields) {
    const value = values[field.name]
    if (value === undefined) continue
    for (const name of field.also ?? []) all[name] ??= value
  }
  return all
}

/** Values of every field for a template filled as an example. */
export function sampleValues(): Values {
  const samples = (fields: readonly TemplateField[]): Record<string, string> =>
    withAliases(Object.fromEntries(fields.map((field) => [field.name, field.sample])), fields)
  const all: Values = samples(topFields)
  for (const loop of templateLoops) {
    all[loop.name] = Array.from({ length: loop.sampleRows }, (_, index) => ({
      ...samples(loop.fields),
      '№': String(index + 1),
    }))
  }
  return all
}
