/** What a paper may be: each limit is far above any honest protocol or plan. */
const mega = 1024 * 1024

/** Bytes of the file on the disk: photographs are often put into a .docx. */
export const maxPaperBytes = 100 * mega
/** Bytes of a text or an old .doc, which are read whole. */
export const maxWholePaperBytes = 40 * mega
/** Bytes of the part with the text, of styles and of numbering. */
export const maxBodyBytes = 100 * mega
export const maxStylesBytes = 32 * mega
/** Bytes of all texts and web pages put into a .docx together. */
export const maxChunkBytes = 8 * mega
/** Elements of the part with the text. A protocol has some thousands. */
export const maxElements = 2_000_000
export const maxLines = 100_000
/** Characters of all lines together: «Война и мир» has three million. */
export const maxText = 5_000_000
/** Characters of one line: twenty pages without a paragraph. */
export const maxLine = 50_000
/** Word's own limit of columns. */
export const maxColumns = 63
/** Characters of a number made by Word. */
export const maxLabel = 60
/** How far a style is followed to those it is based on. */
export const maxStyleChain = 40

/** What in a file goes beyond what is read, as words of a sentence: «в нём слишком много текста». */
export class TooMuch extends Error {}
