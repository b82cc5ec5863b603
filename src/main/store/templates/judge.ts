import type { TemplateKind, TemplateProblem, TemplateReport } from '@shared/contract/templates'
import { fieldKey, fieldNamed, knownNames, loopNamed, PLACE_FIELD } from '@shared/papers/templates/fields'
import { distance } from 'fastest-levenshtein'
import type { ScannedPart, ScannedTag } from './scan'

/** What the fields found in a template mean, and what is wrong with them. */
export function judged(parts: readonly ScannedPart[]): { report: TemplateReport; kind: TemplateKind } {
  const fields = new Map<string, TemplateReport['fields'][number]>()
  const problems: TemplateProblem[] = []
  let ofRecipient = false
  let places = 0
  for (const part of parts) {
    problems.push(...part.broken.map(unpaired))
    const open: ScannedTag[] = []
    for (const tag of part.tags) {
      const within = open.map(({ name }) => name)
      if (tag.name === '') problems.push(broken('Пустые скобки {}: впишите в них название поля или сотрите их.', tag))
      else if (tag.name.includes('[')) {
        problems.push(broken(`В поле {${tag.name}} лишняя квадратная скобка. Оставьте только название поля.`, tag))
      } else if (tag.role === 'close') closeLoop(tag, open, problems)
      else if (tag.role === 'open') {
        if (tag.control)
          problems.push(
            broken(`Список {#${tag.name}} стоит внутри поля-заполнителя Word. Перенесите его в обычный текст.`, tag),
          )
        const loop = loopNamed(tag.name)
        const condition = loop === null ? fieldNamed(tag.name, within) : null
        if (loop === null && condition === null) problems.push(unknown(tag, within, true))
        else count(fields, tag.name, loop?.meaning ?? `показать, если заполнено: ${condition?.meaning ?? ''}`, true)
        if (loop !== null) ofRecipient = true
        open.push(tag)
      } else {
        const field = fieldNamed(tag.name, within)
        if (field === null) problems.push(unknown(tag, within, false))
        else count(fields, tag.name, field.meaning, false)
        if (field?.ofRecipient === true || field?.name === 'номер' || field?.name === 'текст') ofRecipient = true
        if (fieldKey(tag.name) === PLACE_FIELD) {
          places += 1
          if (part.where !== 'body' || !tag.alone || open.length > 0) problems.push(misplaced(tag))
        }
      }
    }
    for (const tag of open) {
      problems.push(broken(`Список {#${tag.name}} открыт, но не закрыт. Поставьте в его конце {/${tag.name}}.`, tag))
    }
  }
  if (places > 1) {
    problems.push({
      kind: 'broken',
      text: `Поле {${PLACE_FIELD}} стоит несколько раз, а документ один. Оставьте одно.`,
      place: '',
      suggestion: null,
    })
  }
  if (fields.size === 0 && problems.length === 0) {
    problems.push({
      kind: 'note',
      text: 'Полей в скобках нет: документ встанет после всего, что есть в бланке.',
      place: '',
      suggestion: null,
    })
  }
  const said = parts.flatMap((part) => part.tags.map(({ name }) => fieldKey(name)))
  const thanks = said.some((name) => ['за что', 'результат', 'награда'].includes(name))
  const kind = places > 0 || !ofRecipient ? 'letterhead' : thanks ? 'certificate' : 'letter'
  return { report: { fields: [...fields.values()], problems }, kind }
}

function closeLoop(tag: ScannedTag, open: ScannedTag[], problems: TemplateProblem[]): void {
  const last = open.at(-1)
  if (last && (tag.name === '' || fieldKey(last.name) === fieldKey(tag.name))) {
    open.pop()
    return
  }
  const opened = open.some(({ name }) => fieldKey(name) === fieldKey(tag.name))
  if (last && opened) {
    problems.push(
      broken(
        `Список {#${last.name}} открыт позже, чем {#${tag.name}}, значит, и закрыть его нужно раньше. Поставьте {/${last.name}} перед {/${tag.name}}.`,
        tag,
      ),
    )
    while (open.length > 0 && fieldKey(open.at(-1)?.name ?? '') !== fieldKey(tag.name)) open.pop()
    open.pop()
    return
  }
  problems.push(
    broken(
      `Конец списка {/${tag.name}} есть, а начала {#${tag.name}} перед ним нет. Поставьте его или сотрите конец.`,
      tag,
    ),
  )
}

const broken = (text: string, { place }: { place: string }): TemplateProblem => ({
  kind: 'broken',
  text,
  place,
  suggestion: null,
})

const unpaired = ({ sign, place }: ScannedPart['broken'][number]): TemplateProblem =>
  broken(
    sign === '{'
      ? 'Открывающая скобка { без закрывающей }. Закройте её в том же абзаце или сотрите.'
      : 'Закрывающая скобка } без открывающей {. Сотрите её или допишите поле.',
    { place },
  )

const misplaced = ({ place }: ScannedTag): TemplateProblem => ({
  kind: 'broken',
  text: `Поле {${PLACE_FIELD}} должно стоять отдельным абзацем в самом тексте: не в таблице, не в надписи и не в колонтитуле.`,
  place,
  suggestion: null,
})

function unknown(tag: ScannedTag, within: readonly string[], isLoop: boolean): TemplateProblem {
  const suggestion = nearest(tag.name, knownNames(within, isLoop))
  const sign = isLoop ? '#' : ''
  const maybe = suggestion === null ? 'Посмотрите список полей или сотрите его.' : `Возможно, {${sign}${suggestion}}.`
  return {
    kind: isLoop ? 'broken' : 'unknown',
    text: isLoop
      ? `Списка {#${tag.name}} программа не знает. ${maybe}`
      : `Поля {${tag.name}} программа не знает: в документе на его месте будет пусто. ${maybe}`,
    place: tag.place,
    suggestion,
  }
}

/** As far as a third of the letters may be wrong. */
function nearest(name: string, known: readonly string[]): string | null {
  const key = fieldKey(name)
  let best: string | null = null
  let least = Math.max(1, Math.floor(key.length / 3)) + 0.5
  for (const one of known) {
    const apart = distance(key, fieldKey(one))
    if (apart < least) {
      least = apart
      best = one
    }
  }
  return best
}

function count(
  fields: Map<string, TemplateReport['fields'][number]>,
  name: string,
  meaning: string,
  loop: boolean,
): void {
  const key = `${loop ? '#' : ''}${fieldKey(name)}`
  const known = fields.get(key)
  fields.set(key, { name: known?.name ?? name, meaning, count: (known?.count ?? 0) + 1, loop })
}
