import type { Association } from '@shared/contract/associations'
import { newUid } from '@shared/contract/fields'

/** A new association has one series at once: without one no meeting can be made. */
export function blankAssociation(): Association {
  const nobody = { librarianId: null, name: '', position: '' }
  return {
    name: '',
    shortName: '',
    kind: 'rmo',
    head: nobody,
    secretary: nobody,
    note: '',
    themes: [],
    schoolIds: [],
    members: [],
    series: [
      {
        uid: newUid(),
        id: null,
        name: 'Заседания РМО',
        heading: 'заседания районного методического объединения педагогов-библиотекарей',
        place: '',
        layout: 'full',
        decisionLabel: '',
      },
    ],
  }
}

/** Rows added and left blank are not worth an error. */
export function tidyAssociation(association: Association): Association {
  return {
    ...association,
    themes: association.themes.filter((row) => [row.theme, row.aim, row.tasks].some((text) => text.trim() !== '')),
    members: association.members.filter((row) => row.librarianId !== 0),
    series: association.series.filter((row) => row.id !== null || row.name.trim() !== '' || row.heading.trim() !== ''),
  }
}
