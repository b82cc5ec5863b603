const extensions = ['docx', 'docm', 'doc', 'txt'] as const
export const paperExtensions: readonly string[] = extensions

/** By its name only; what is inside is found out when it is read. */
export function isPaper(file: string): boolean {
  return extensions.some((extension) => file.toLowerCase().endsWith(`.${extension}`))
}

/** The page that reads these files and folders at once. */
export function readingPath(files: readonly string[]): string {
  return `/old-papers/new?files=${encodeURIComponent(JSON.stringify(files))}`
}
