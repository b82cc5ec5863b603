import type { Roadmap, RoadmapMark } from '@shared/contract/roadmaps'

/** How a road map of the sample is written down: dues are read from the words, people are surnames of the bank. */

export type ExecutorScript = string | { surname: string } | { school: string; text: string }

export type MarkScript = Pick<RoadmapMark, 'state' | 'on' | 'movedTo' | 'evidence' | 'note'>

export interface PartScript {
  title: string
  due: string
  marks: readonly MarkScript[]
}

export interface ItemScript {
  title: string
  due?: string
  parts?: readonly PartScript[]
  by: readonly ExecutorScript[]
  with?: readonly ExecutorScript[]
  document?: string
  results?: string
  marks?: readonly MarkScript[]
  /** Decisions that fulfil it: day of the meeting and how the text begins. */
  decisions?: readonly (readonly [date: string, begins: string])[]
  /** Events that fulfil it, by name. */
  events?: readonly string[]
}

export interface RoadmapScript {
  kind: Roadmap['kind']
  title: string
  from: string
  to: string
  association: 'rmo' | 'centres'
  approval: Roadmap['approval']
  numbering: Roadmap['numbering']
  columns: readonly (readonly [Roadmap['columns'][number]['role'], string])[]
  preamble?: string
  closing?: string
  note?: string
  sections: readonly { number: string; title: string; items: readonly ItemScript[] }[]
}

export const person = (surname: string): ExecutorScript => ({ surname })
export const school = (name: string, text = name): ExecutorScript => ({ school: name, text })

const mark =
  (state: MarkScript['state']) =>
  (on: string, evidence = '', note = ''): MarkScript => ({ state, on, movedTo: null, evidence, note })
export const done = mark('done')
export const partly = mark('partial')
export const dropped = mark('cancelled')
export const moved = (on: string, movedTo: string, note: string): MarkScript => ({
  state: 'moved',
  on,
  movedTo,
  evidence: '',
  note,
})

export const part = (title: string, due: string, ...marks: MarkScript[]): PartScript => ({ title, due, marks })
