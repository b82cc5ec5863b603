import { useLayoutEffect, useRef } from 'react'

export interface PaperViewProps {
  /** HTML of the paper: made by the paper writer, every text in it escaped. */
  body: string
  sheets: readonly CSSStyleSheet[]
  /** CSS `transform` of the article. */
  shift: string
  onLayout?: ((article: HTMLElement) => void) | undefined
  /** Text of the block that was clicked, and what in it. */
  onPick?: ((text: string, target: Element) => void) | undefined
}

/** One copy of the paper in a shadow tree: its sheet stays its own, and the window's content policy is kept. */
export function PaperView({ body, sheets, shift, onLayout, onPick }: PaperViewProps) {
  const host = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!host.current) return
    const root = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    root.adoptedStyleSheets = [...sheets]
    const content = document.createElement('template')
    content.innerHTML = body
    root.replaceChildren(content.content)
    const article = root.querySelector<HTMLElement>('.paper')
    if (!article) return
    article.style.transform = shift
    onLayout?.(article)
  }, [body, sheets, shift, onLayout])

  const pick = (event: React.MouseEvent) => {
    const [target] = event.nativeEvent.composedPath()
    if (!(target instanceof Element)) return
    const block = target.closest('p, h1, h2, h3, td, th, .paper-signature') ?? target
    if (block.textContent) onPick?.(block.textContent, target)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut of the mouse; keys reach every field in the editor
    // biome-ignore lint/a11y/useKeyWithClickEvents: the same
    <div ref={host} onClick={pick} />
  )
}
