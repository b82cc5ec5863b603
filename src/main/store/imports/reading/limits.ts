/**
 * What a file may be, in one place. Files come from anywhere, by e-mail too: each limit is well above any honest list and
 * well below what would fill the memory or keep a person waiting.
 */
const mega = 1024 * 1024

/** Bytes of a workbook as it lies on the disk. A list of 200,000 rows × 20 columns is about 30 MB. */
export const maxFileBytes = 150 * mega
/** Bytes of an old .xls, or a web page called so: it is read whole, not in portions; 65,536 rows are at most about 30 MB. */
export const maxWholeFileBytes = 40 * mega
/** Entries of the archive. Excel writes some dozens; a workbook of hundreds of sheets and pictures some thousands. */
export const maxEntries = 10_000
/** Bytes of all that is unpacked together, counted while unpacking: 1,000,000 rows × 12 columns are about 600 MB. */
export const maxUnpackedBytes = 800 * mega
/** How many times larger an entry may unpack to, once it is over `ratioFrom`. Sheets of empty styled cells reach 60. */
export const maxRatio = 250
export const ratioFrom = 16 * mega
/** Parts kept whole while reading: styles, texts of cells. */
export const maxStylesBytes = 32 * mega
export const maxWorkbookBytes = 8 * mega
export const maxSharedTextBytes = 300 * mega
/** Sheets of one file. */
export const maxSheets = 500
/** Rows of one sheet, filled ones. Excel has 1,048,576. */
export const maxRows = 500_000
export const lastExcelRow = 1_048_576
/** Columns that are looked at; Excel has 16,384, a list of people some dozens. */
export const maxColumns = 500
export const lastExcelColumn = 16_384
/** Characters of one cell, as in Excel; a CSV cell longer than this means a quote that was never closed. */
export const maxCellText = 100_000
/** Merged areas of a sheet, and cells of one that are filled with its value. */
export const maxMerges = 200_000
/** Nesting of XML elements: a worksheet has some ten. */
export const maxDepth = 100
/** Rows handed over at a time. */
export const portionRows = 1000

/** Silence of the reading thread after which it is given up, ms. It tells of itself between portions. */
export const maxSilence = 5000
/** Heap of the reading thread, MB: above it only that thread ends. */
export const maxHeap = 640
