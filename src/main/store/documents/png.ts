import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const DPI = 300

/** SVG as PNG, `widthMm` wide at 300 dots per inch, on white. */
export function drawPng(svg: string, widthMm: number): Buffer {
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'width', value: Math.round((widthMm / 25.4) * DPI) },
    background: '#ffffff',
    font: { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: FONT, serifFamily: FONT },
  })
  return drawing.render().asPng()
}

const FONT = 'Liberation Serif'
const faces = ['Regular', 'Bold', 'Italic', 'BoldItalic'].map((face) => `LiberationSerif-${face}.ttf`)

let found: string[] | null = null

/**
 * The library reads the files by itself: of an installed program those beside the archive, which it cannot look into.
 * A font it does not find it passes over with all texts set in it, so each is looked for here.
 */
function fontFiles(): string[] {
  found ??= faces.map((face) => {
    const file = resource(join('fonts', face)).replace(/app\.asar(?=[\\/])/u, '$&.unpacked')
    if (!existsSync(file)) throw new Error(`no font: ${file}`)
    return file
  })
  return found
}

/** `resources` lies above this code, how far depends on whether it is built. */
function resource(name: string): string {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'resources', name)
    if (existsSync(file)) return file
  }
  throw new Error(`no resource: ${name}`)
}
