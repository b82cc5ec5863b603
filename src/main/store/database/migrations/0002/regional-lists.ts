/** Indexes by which the list of a region's librarians is counted and scrolled without a look at every person. */
export const regionalLists = /* sql */ `
DROP INDEX librarianSort;
CREATE INDEX librarianSort ON librarian (sortKey, id, erased);
CREATE INDEX librarianErased ON librarian (id) WHERE erased = 1;
`
