import { type Association, Association as AssociationSchema } from '@shared/contract/associations'
import { blankAssociation } from '@shared/contract/blank'
import { newUid, type PersonRef } from '@shared/contract/fields'
import type { CellValue } from '@shared/contract/lists'
import type { ListContext, ListRecord, Setter } from '../../lists/record'
import { personTyped } from '../../lists/references'
import { parseAs } from '../../validation'
import { associationSource } from './list'
import { readAssociation } from './read'
import { refuseWrongAssociation, removeAssociation, saveAssociation } from './save'

/** Cells of a person come apart and are put together when all are there. */
interface Draft {
  association: Association
  positions: { head?: string; secretary?: string }
}

const line = (value: CellValue): string =>
  String(value ?? '')
    .replace(/\s+/gu, ' ')
    .trim()

const changed = (draft: Draft, over: Partial<Association>): Draft => ({
  ...draft,
  association: { ...draft.association, ...over },
})

const own =
  (name: 'shortName' | 'kind' | 'name' | 'note'): Setter<Draft> =>
  (draft, value) =>
    changed(draft, { [name]: value })

const person =
  (role: 'head' | 'secretary'): Setter<Draft> =>
  (draft, value, context) =>
    changed(draft, { [role]: personTyped(context, draft.association[role], line(value)) })

const position =
  (role: 'head' | 'secretary'): Setter<Draft> =>
  (draft, value) => ({ ...draft, positions: { ...draft.positions, [role]: line(value) } })

/** A name typed first stands for the full one too until that is known. */
const shortName: Setter<Draft> = (draft, value) => {
  const { association } = draft
  const text = String(value ?? '')
  const follows = association.name === '' || association.name === association.shortName
  return changed(draft, { shortName: text, name: follows ? text : association.name })
}

/** The theme of the school year the list is seen for; emptied, its row goes unless it has an aim or tasks. */
const theme: Setter<Draft> = (draft, value, context) => {
  const schoolYear = context.viewed ?? context.schoolYear()
  const { themes } = draft.association
  const text = line(value)
  const known = themes.find((one) => one.schoolYear === schoolYear)
  if (!known)
    return text === ''
      ? draft
      : changed(draft, { themes: [...themes, { uid: newUid(), schoolYear, theme: text, aim: '', tasks: '' }] })
  const isLeft = text !== '' || known.aim !== '' || known.tasks !== ''
  return changed(draft, {
    themes: themes.flatMap((one) => (one !== known ? [one] : isLeft ? [{ ...one, theme: text }] : [])),
  })
}

function settled({ association, positions }: Draft): Association {
  const at = (role: 'head' | 'secretary'): PersonRef => ({
    ...association[role],
    position: positions[role] ?? association[role].position,
  })
  return parseAs(AssociationSchema, { ...association, head: at('head'), secretary: at('secretary') }, 'Объединение')
}

/** An association typed into the list; its schools, members and series are its card's. */
export const associationRecord: ListRecord<Draft> = {
  source: associationSource,
  blank: () => ({ association: blankAssociation(), positions: {} }),
  read: async (context: ListContext, id) => ({
    association: (await readAssociation(context.trx, id)).association,
    positions: {},
  }),
  set: {
    shortName,
    kind: own('kind'),
    name: own('name'),
    note: own('note'),
    head: person('head'),
    secretary: person('secretary'),
    headPosition: position('head'),
    secretaryPosition: position('secretary'),
    theme,
  },
  check(context, id, draft) {
    refuseWrongAssociation(context, id, settled(draft))
  },
  save: (context, id, draft) => saveAssociation(context, id, null, settled(draft)).id,
  remove: (context, id) => removeAssociation(context, id),
}
