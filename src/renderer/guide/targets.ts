import { modules } from '../app/modules'

interface Guided {
  path: string
  guide: string
  guideRecord?: string
}

/** Every page there is with its chapter and heading; a page that names none has its module's. */
export function guidedPages(): Guided[] {
  return modules.flatMap((one) =>
    [one, ...(one.pages ?? []), ...(one.links ?? [])].map(({ path, guide, guideRecord }) => ({
      path,
      guide: guide ?? one.guide,
      ...(guideRecord === undefined ? {} : { guideRecord }),
    })),
  )
}

/** Where the guide speaks of this place; of a record open in the panel, where the module says so. */
export function guideOf(pathname: string, search: Readonly<Record<string, unknown>>): string {
  const page = guidedPages()
    .filter(({ path }) => fits(path, pathname))
    .sort((one, other) => weight(other.path) - weight(one.path))[0]
  if (!page) return 'README.md'
  return search.open !== undefined && page.guideRecord !== undefined ? page.guideRecord : page.guide
}

const parts = (path: string): string[] => path.split('/').filter(Boolean)

/** «/meetings/$id» fits «/meetings/5». */
function fits(pattern: string, pathname: string): boolean {
  const wanted = parts(pattern)
  const has = parts(pathname)
  return wanted.length === has.length && wanted.every((part, index) => part.startsWith('$') || part === has[index])
}

/** «/meetings/new» before «/meetings/$id». */
const weight = (path: string): number => parts(path).filter((part) => !part.startsWith('$')).length
