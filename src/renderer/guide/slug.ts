/** What a heading is called in a link, as the sites that show Markdown make it: «1. Выбрать файлы» → «1-выбрать-файлы». */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')
}

/** Slugs of one page: the second of the same name gets «-1». */
export function slugs(): (heading: string) => string {
  const taken = new Map<string, number>()
  return (heading) => {
    const slug = slugOf(heading)
    const times = taken.get(slug) ?? 0
    taken.set(slug, times + 1)
    return times === 0 ? slug : `${slug}-${times}`
  }
}
