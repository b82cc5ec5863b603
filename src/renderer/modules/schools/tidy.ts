import type { School } from '@shared/contract/schools'

/** Rows added and left blank are not worth an error; a figure left out in a row of figures is nought. */
export function tidySchool(school: School): School {
  return {
    ...school,
    connections: school.connections.filter((row) => row.name.trim() !== '' || row.date !== null || row.note !== ''),
    documents: school.documents.filter(
      (row) => row.name.trim() !== '' || row.number !== '' || row.date !== null || row.note !== '',
    ),
    funds: school.funds
      .filter((row) => isAnyFilled([row.received, row.disposed, row.held]))
      .map((row) => ({ ...row, received: row.received ?? 0, disposed: row.disposed ?? 0, held: row.held ?? 0 })),
    contingent: school.contingent
      .filter((row) => isAnyFilled([row.classes, row.students]))
      .map((row) => ({ ...row, classes: row.classes ?? 0, students: row.students ?? 0 })),
  }
}

/** Emptied figures are null while they are being typed, whatever the schema says of what is stored. */
function isAnyFilled(figures: readonly (number | null)[]): boolean {
  return figures.some((figure) => figure !== null)
}
