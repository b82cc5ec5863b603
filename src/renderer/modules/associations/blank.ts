import type { Association } from '@shared/contract/associations'

/** Rows added and left blank are not worth an error. */
export function tidyAssociation(association: Association): Association {
  return {
    ...association,
    themes: association.themes.filter((row) => [row.theme, row.aim, row.tasks].some((text) => text.trim() !== '')),
    members: association.members.filter((row) => row.librarianId !== 0),
    series: association.series.filter((row) => row.id !== null || row.name.trim() !== '' || row.heading.trim() !== ''),
  }
}
