const extensions = ['xlsx', 'xls', 'csv'] as const
export const importExtensions: readonly string[] = extensions

/** By its name only; what is inside is found out when it is read. */
export function isImportable(file: string): boolean {
  return extensions.some((extension) => file.toLowerCase().endsWith(`.${extension}`))
}

/** The file's name without its folder. */
export function baseName(file: string): string {
  return file.split(/[\\/]/).at(-1) ?? file
}
