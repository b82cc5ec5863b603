import { counted } from '@shared/domain/text/plural'
import { paperHtml } from '@shared/papers/html'
import type { Paper } from '@shared/papers/model'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { fillContents } from './contents-pages'
import classes from './Pages.module.css'
import { PaperView } from './PaperView'
import { columnCss, countPages, depthOfBlock, pageOfBlock, pageShift, sheetSize } from './paging'
import './paper-fonts.css'
import { lettersOf } from './letters'

export interface PagesProps {
  paper: Paper
  /** Letters of the text being edited: its page is kept in sight. */
  following?: string
  /** The same by the piece of a report (`data-piece`). */
  followingPiece?: string
  onPick?: (text: string, target: Element) => void
  /** As wide as there is room, or in its real size. */
  zoom: 'fit' | 'real'
}

const MM = 96 / 25.4
const BESIDE_PX = 24
/** As in the style sheet: under each sheet. */
const BETWEEN_PX = 12

/** The paper as it will be printed: A4 sheets one under another, as wide as there is room. */
export function Pages({ paper, following = '', followingPiece = '', onPick, zoom }: PagesProps) {
  const box = useRef<HTMLDivElement>(null)
  const [pages, setPages] = useState(1)
  const [scale, setScale] = useState(0.5)
  const size = useMemo(() => sheetSize(paper.page), [paper.page])
  const { body, sheets } = useMemo(() => {
    const html = paperHtml(paper)
    return { body: html.body, sheets: [sheetOf(html.css), sheetOf(columnCss(size))] }
  }, [paper, size])

  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const fill = () => {
      const room = element.clientWidth - BESIDE_PX
      setScale(zoom === 'real' ? 1 : Math.max(0.2, Math.min(1.25, room / (size.widthMm * MM))))
    }
    fill()
    const observer = new ResizeObserver(fill)
    observer.observe(element)
    return () => observer.disconnect()
  }, [size, zoom])

  const [seen, setSeen] = useState<readonly [number, number]>([0, 1])
  const sheetHeight = size.heightMm * MM * scale + BETWEEN_PX
  const look = useCallback(() => {
    const element = box.current
    if (!element) return
    const first = Math.floor(element.scrollTop / sheetHeight)
    const last = Math.floor((element.scrollTop + element.clientHeight) / sheetHeight)
    setSeen((now) => (now[0] === first && now[1] === last ? now : [first, last]))
  }, [sheetHeight])
  useLayoutEffect(look, [look])

  const followed = useRef<HTMLElement | null>(null)
  const onLayout = useCallback((article: HTMLElement) => {
    followed.current = article
    fillContents(article)
    setPages(countPages(article))
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: also after every new layout of the paper
  useEffect(() => {
    const article = followed.current
    const element = box.current
    if (!article || !element || (following === '' && followingPiece === '')) return
    const block = followingPiece === '' ? blockWith(article, following) : pieceBlock(article, followingPiece)
    if (!block) return
    const sheet = element.querySelectorAll<HTMLElement>(`.${classes.sheet}`)[pageOfBlock(article, block)]
    if (sheet) bringIntoSight(element, sheet, size.topMm * MM * scale + depthOfBlock(article, block))
  }, [following, followingPiece, body, scale, pages])

  return (
    <section
      className={classes.pages}
      ref={box}
      onScroll={look}
      aria-label="Страница, как она будет напечатана"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys
      tabIndex={0}
    >
      {Array.from({ length: pages }, (_, page) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: pages are their places
          key={page}
          className={classes.sheet}
          style={{ width: size.widthMm * MM * scale, height: size.heightMm * MM * scale }}
        >
          <div
            className={classes.paper}
            style={{ width: `${size.widthMm}mm`, height: `${size.heightMm}mm`, transform: `scale(${scale})` }}
          >
            {page > 0 && <span className={classes.number}>{page + 1}</span>}
            <div className={classes.window} style={{ left: `${size.leftMm}mm`, top: `${size.topMm}mm` }}>
              {/* Each sheet lays out the whole paper, so only those in sight do. */}
              {page >= seen[0] && page <= seen[1] && (
                <PaperView
                  body={body}
                  sheets={sheets}
                  shift={pageShift(size, page)}
                  onLayout={onLayout}
                  onPick={onPick}
                />
              )}
            </div>
          </div>
        </div>
      ))}
      <p className={classes.count}>{counted(pages, ['страница', 'страницы', 'страниц'])} A4</p>
    </section>
  )
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  return sheet
}

/** The last block that shows this text: in the course of the meeting rather than in the agenda. */
function blockWith(article: HTMLElement, letters: string): HTMLElement | null {
  const blocks = [...article.querySelectorAll<HTMLElement>('p, h1, h2, h3, td')]
  return blocks.filter((block) => lettersOf(block.textContent ?? '').includes(letters)).at(-1) ?? null
}

function pieceBlock(article: HTMLElement, piece: string): HTMLElement | null {
  return article.querySelector<HTMLElement>(`[data-piece="${CSS.escape(piece)}"]`)
}

/** Scrolls only when the place is out of sight: the page must not jump under the eyes. */
function bringIntoSight(box: HTMLElement, sheet: HTMLElement, within: number): void {
  const place = sheet.offsetTop + within
  const margin = 40
  if (place >= box.scrollTop + margin && place <= box.scrollTop + box.clientHeight - margin * 2) return
  box.scrollTop = Math.max(0, place - box.clientHeight / 3)
}
