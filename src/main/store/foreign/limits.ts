/**
 * What any foreign file may be, in one place: files come from anywhere, by e-mail too. Each limit is well above anything
 * honest and well below what would fill the memory or keep a person waiting.
 */
const mega = 1024 * 1024

/** Entries of an archive. Office writes some dozens; a workbook of hundreds of sheets and pictures some thousands. */
export const maxEntries = 10_000
/** Bytes of all that is unpacked together, counted while unpacking: 1,000,000 rows × 12 columns are about 600 MB. */
export const maxUnpackedBytes = 800 * mega
/** How many times larger an entry may unpack to, once it is over `ratioFrom`. Sheets of empty styled cells reach 60. */
export const maxRatio = 250
export const ratioFrom = 16 * mega
/** Bytes of a part that tells which part refers to which. */
export const maxRelationsBytes = 8 * mega
/** Nesting of XML elements: a worksheet has some ten, a text box in a table of a document some thirty. */
export const maxDepth = 100

/** Silence of a reading thread after which it is given up, ms. It tells of itself between portions. */
export const maxSilence = 5000
/** Heap of a reading thread, MB: above it only that thread ends. */
export const maxHeap = 640
