import type { Block, Picture } from '@shared/papers/model'
import { ImageRun, Paragraph } from 'docx'

/** The PNG of each picture of a paper. */
export type Drawn = ReadonlyMap<Picture, Buffer>

/** The native library that draws is loaded for the first picture only: papers without one do not depend on it. */
export async function drawPictures(blocks: readonly Block[]): Promise<Drawn> {
  const pictures = blocks.filter((block): block is Picture => block.kind === 'picture')
  if (pictures.length === 0) return new Map()
  const { drawPng } = await import('../png')
  return new Map(pictures.map((picture) => [picture, drawPng(picture.svg, picture.widthMm)]))
}

const PX_PER_MM = 96 / 25.4

export function wordPicture(picture: Picture, drawn: Drawn): Paragraph {
  const data = drawn.get(picture)
  if (data === undefined) throw new Error('a picture that was not drawn')
  const run = new ImageRun({
    type: 'png',
    data,
    transformation: {
      width: Math.round(picture.widthMm * PX_PER_MM),
      height: Math.round(picture.heightMm * PX_PER_MM),
    },
    altText: { name: 'Рисунок', title: '', description: picture.description },
  })
  return new Paragraph({ style: 'TableText', spacing: { before: 0, after: 160 }, children: [run] })
}
