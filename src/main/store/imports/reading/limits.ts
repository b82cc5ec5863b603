/** What a file of tables may be; what holds for any foreign file is in store/foreign. */
const mega = 1024 * 1024

/** Bytes of a workbook as it lies on the disk. A list of 200,000 rows × 20 columns is about 30 MB. */
export const maxFileBytes = 150 * mega
/** Bytes of an old .xls, or a web page called so: it is read whole, not in portions; 65,536 rows are at most about 30 MB. */
export const maxWholeFileBytes = 40 * mega
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
/** Rows handed over at a time. */
export const portionRows = 1000
