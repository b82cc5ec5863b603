/** Words of all records, for the search over everything. */
export const search = /* sql */ `
`
