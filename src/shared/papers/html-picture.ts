import type { Picture } from './model'

/** A picture stands in the page as it is, sized by attributes: the content policy has nothing to refuse. */
export function pictureHtml(picture: Picture, escaped: (text: string) => string): string {
  return picture.svg.replace(
    /^<svg\b/u,
    () =>
      `<svg class="paper-picture" role="img" aria-label="${escaped(picture.description)}" ` +
      `width="${picture.widthMm}mm" height="${picture.heightMm}mm"`,
  )
}
