/**
 * Where links inside a printed paper lead: the pages, from 1, by the names of the places. Chromium's PDF names every place some link of the
 * page leads to, and writes its objects (all but their streams) as plain text. A file written otherwise names none.
 */
export function pagesOfDestinations(pdf: Buffer): ReadonlyMap<string, number> {
  // A byte is a character, so that the text of objects stands as it is in the file.
  const text = pdf.toString('latin1').replace(/>>\s*stream\r?\n[\s\S]*?\bendstream\b/gu, '>>')
  const objects = new Map<string, string>()
  for (const [, id = '', body = ''] of text.matchAll(/\b(\d+) 0 obj\b([\s\S]*?)\bendobj\b/gu)) objects.set(id, body)
  const pages = new Map(pageObjects(objects).map((id, index) => [id, index + 1]))
  const found = new Map<string, number>()
  for (const body of objects.values()) {
    for (const [, name = '', page = ''] of body.matchAll(/[/(]([\w-]+)\)?\s*\[\s*(\d+) 0 R\s*\/XYZ\b/gu)) {
      const at = pages.get(page)
      if (at !== undefined) found.set(name, at)
    }
  }
  return found
}

/** Pages in their order: leaves of the tree the catalogue points at. */
function pageObjects(objects: ReadonlyMap<string, string>): string[] {
  const catalog = [...objects.values()].find((body) => /\/Type\s*\/Catalog\b/u.test(body)) ?? ''
  const seen = new Set<string>()
  const under = (id: string | undefined): string[] => {
    if (id === undefined || seen.has(id)) return []
    seen.add(id)
    const kids = /\/Kids\s*\[([^\]]*)\]/u.exec(objects.get(id) ?? '')?.[1]
    return kids === undefined ? [id] : [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => under(kid))
  }
  return under(/\/Pages\s+(\d+) 0 R/u.exec(catalog)?.[1])
}
