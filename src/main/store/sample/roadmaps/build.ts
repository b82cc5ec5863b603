import type { Executor, Roadmap } from '@shared/contract/roadmaps'
import { parseDues } from '@shared/domain/due/parse'
import type { Bank } from '../associations'
import { uidCounter } from '../marks'
import type { ExecutorScript, MarkScript, RoadmapScript } from './script'

export interface BuiltRoadmap {
  roadmap: Roadmap
  marks: { itemUid: string; mark: MarkScript }[]
  links: { itemUid: string; date: string; begins: string }[]
  events: { itemUid: string; name: string }[]
}

/** @param associationId of the body the paper belongs to */
export function roadmapBuilder(
  bank: Bank,
  associationId: (of: RoadmapScript['association']) => number,
): (script: RoadmapScript) => BuiltRoadmap {
  const next = uidCounter('demo-road')
  const named = (one: ExecutorScript): Pick<Executor, 'text' | 'librarianId' | 'schoolId'> => {
    if (typeof one === 'string') return { text: one, librarianId: null, schoolId: null }
    return 'surname' in one
      ? { text: bank.printed(one.surname), librarianId: bank.librarianId(one.surname), schoolId: null }
      : { text: one.text, librarianId: null, schoolId: bank.schoolId(one.school) }
  }
  const executor =
    (role: Executor['role']) =>
    (one: ExecutorScript): Executor => ({ uid: next(), role, ...named(one) })
  return (script) => {
    const { from, to } = script
    const marks: BuiltRoadmap['marks'] = []
    const links: BuiltRoadmap['links'] = []
    const events: BuiltRoadmap['events'] = []
    const duesOf = (text: string | undefined): Roadmap['sections'][number]['items'][number]['dues'] =>
      text === undefined
        ? []
        : parseDues(text, { date: from, mode: 'field', period: { from, to } }).map((due) => ({ ...due, range: null }))
    const marked = (itemUid: string, some: readonly MarkScript[] = []): string => {
      marks.push(...some.map((mark) => ({ itemUid, mark })))
      return itemUid
    }
    const sections = script.sections.map(({ number, title, items }) => ({
      uid: next(),
      number,
      title,
      items: items.map((item) => {
        const uid = marked(next(), item.marks)
        links.push(...(item.decisions ?? []).map(([date, begins]) => ({ itemUid: uid, date, begins })))
        events.push(...(item.events ?? []).map((name) => ({ itemUid: uid, name })))
        return {
          uid,
          number: '',
          title: item.title,
          parts: (item.parts ?? []).map((one) => ({
            uid: marked(next(), one.marks),
            title: one.title,
            dues: duesOf(one.due),
          })),
          dues: duesOf(item.due),
          executors: [...item.by.map(executor('main')), ...(item.with ?? []).map(executor('co'))],
          document: item.document ?? '',
          results: item.results ?? '',
          cells: [],
        }
      }),
    }))
    const { kind, title, association, approval, numbering, columns, preamble = '', closing = '', note = '' } = script
    return {
      marks,
      links,
      events,
      roadmap: {
        kind,
        title,
        from,
        to,
        associationId: associationId(association),
        approval,
        numbering,
        columns: columns.map(([role, heading]) => ({ uid: next(), role, title: heading, width: null })),
        sections,
        preamble,
        closing,
        note,
      },
    }
  }
}
