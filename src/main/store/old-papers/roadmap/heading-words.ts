import type { ColumnRole } from '@shared/contract/roadmaps'

/**
 * Words by which the headings of columns are known, as they stand in `plain` (small letters, «е» for «ё»). The first that
 * fits says the role; among columns of one role the higher `weight` is it, the others are kept under their own heading.
 */
export const headingWords: readonly { role: ColumnRole; weight: number; words: RegExp }[] = [
  { role: 'number', weight: 3, words: /^(?:№+|n|no)(?: ?№)? ?(?:п ?[/\\.,]? ?п\.?|строки|пункта|пп)?\.?$/u },
  {
    role: 'number',
    weight: 2,
    words: /^(?:номер(?: (?:строки|пункта|п\/п))?|п ?\/ ?п\.?|№.{0,14}|порядковый номер)$/u,
  },
  {
    role: 'execution',
    weight: 3,
    words: /отметк|^(?:факт|фактическ)|(?:ход|информация о[б]?) (?:исполнени|выполнени)/u,
  },
  { role: 'execution', weight: 2, words: /^(?:вы|ис)полнени[ея]$|^выполнено$|статус|^роспись|^подпись/u },
  {
    role: 'other',
    weight: 1,
    words: /^(?:место|форма(?: и место)? проведени|формат|целев|аудитори|категори|уровень|примечани)/u,
  },
  {
    role: 'other',
    weight: 1,
    words:
      /^(?:участник|охват|количеств|кол-во|класс|финанс|источник|объем|куратор|контрол|показател|индикатор|целев\S* показател|критери)/u,
  },
  {
    role: 'coExecutors',
    weight: 3,
    words: /^(?:исполнители )?(?:со ?-?исполнител|партнер|социальные партнер|привлекаем)/u,
  },
  { role: 'executors', weight: 3, words: /ответствен|исполнител/u },
  {
    role: 'executors',
    weight: 2,
    words: /^(?:кто (?:проводит|отвечает|исполняет)|организатор|проводит|докладчик|выступающ)/u,
  },
  { role: 'due', weight: 4, words: /^(?:срок|дат[аы](?!\p{L})|периодичность)|срок[аи]? |сроки/u },
  { role: 'due', weight: 3, words: /^(?:период|месяц|когда|календарн|график)/u },
  {
    role: 'due',
    weight: 2,
    words: /^(?:время|учебный период|(?:[iv]+|[1-4]|перв|втор)\S* (?:полугоди|квартал|четверт))/u,
  },
  { role: 'results', weight: 4, words: /^(?:ожидаем|планируем|прогнозируем|предполагаем|конечн)/u },
  { role: 'document', weight: 4, words: /^(?:вид|тип|итоговый|отчетный|подтверждающий) .{0,20}документ|^документ/u },
  {
    role: 'document',
    weight: 3,
    words: /^форма (?:завершени|отчет|представлени|предоставлени|подведени|результат|итог|контрол|выход)/u,
  },
  {
    role: 'document',
    weight: 2,
    words:
      /документ(?!.*мероприяти)|^выход(?!н)|^чем (?:завершает|подтвержда)|^где (?:заслуш|рассматр|обсужд)|^продукт/u,
  },
  { role: 'results', weight: 3, words: /результат/u },
  { role: 'results', weight: 2, words: /^(?:итог|эффект)/u },
  { role: 'title', weight: 6, words: /мероприяти|^события?$/u },
  { role: 'title', weight: 5, words: /содержание|наименование|перечень|что (?:проводится|планируется)/u },
  {
    role: 'title',
    weight: 4,
    words: /^(?:вид[ыа]?|основн\S+|направлени\S+|формы?)(?: и \S+)? (?:деятельност|работ)|^работа|^дела$/u,
  },
  {
    role: 'title',
    weight: 3,
    words: /^(?:тема|темы|тематика|вопрос|рассматриваемые|повестка|название|задач|действи|деятельность|мероприят)/u,
  },
  { role: 'title', weight: 1, words: /^направлени/u },
  {
    role: 'other',
    weight: 0,
    words: /^(?:раздел|блок|этап|форма|программа|предмет|школа|оо|учреждени|ресурс|цель|адрес)/u,
  },
]

/** What a column is headed when the paper has no head. */
export const usualHeadings: Partial<Record<ColumnRole, string>> = {
  number: '№ п/п',
  title: 'Наименование мероприятия',
  due: 'Сроки проведения',
  executors: 'Ответственные',
  other: 'Примечание',
}
