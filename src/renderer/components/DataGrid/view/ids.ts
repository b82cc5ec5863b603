/** The id of a cell for aria-activedescendant; row −1 is the head. */
export function cellId(grid: string, row: number, column: number): string {
  return `${grid}-${row}-${column}`
}
