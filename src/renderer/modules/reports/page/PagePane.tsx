import { ActionIcon, Skeleton, Tooltip } from '@mantine/core'
import type { Profile } from '@shared/contract/app'
import type { ReportData } from '@shared/contract/reports'
import { buildReport } from '@shared/papers/report/build'
import { IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { memo, useDeferredValue, useMemo, useState } from 'react'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { Pages } from '../../../components/paper/Pages'
import { useRested } from '../../../components/paper/useRested'
import { useComposer } from '../composer/ComposerContext'
import type { Place } from '../model/steps'
import classes from './PagePane.module.css'

export interface PagePaneProps {
  data: ReportData
  profile: Profile
  place: Place | null
  /** Sections still on their way: the page has not got them yet. */
  waiting: boolean
}

/**
 * A report of thirty pages takes longer to make and lay out than a letter to type, and cannot be left half-done: it waits for a pause
 * longer than those between letters and words.
 */
const REST_MS = 500
const AT_LEAST_MS = 8000

/** The page as it will print, live. Typing goes first: the page follows when there is time. */
export const PagePane = memo(function PagePane({ data, profile, place, waiting }: PagePaneProps) {
  const go = useGo()
  const composer = useComposer()
  // Of a submitted report nothing is to be accepted any more.
  const marks = !composer.readOnly
  const [zoom, setZoom] = useState<'fit' | 'real'>('fit')
  const rested = useRested(data, REST_MS, AT_LEAST_MS)
  const shown = useDeferredValue(rested)
  const paper = useMemo(() => buildReport(shown, profile, { marks }), [shown, profile, marks])
  const pick = (target: Element) => {
    const { figure } = target.closest<HTMLElement>('[data-figure]')?.dataset ?? {}
    const [section, part, ...key] = figure?.split('/') ?? []
    if (section !== undefined && part !== undefined) return composer.trace({ section, part, key: key.join('/') })
    const [record, id] = target.closest<HTMLElement>('[data-opens]')?.dataset.opens?.split('/') ?? []
    const opens = record === undefined ? null : placeOf(record, Number(id))
    if (opens !== null) return go(opens)
    const { goes } = target.closest<HTMLElement>('[data-goes]')?.dataset ?? {}
    const heading = goes === undefined ? null : headingOf(target, goes)
    const { piece } = (heading ?? target).closest<HTMLElement>('[data-piece]')?.dataset ?? {}
    const found = piece === undefined ? null : placeOfPiece(composer.live.value(), piece)
    if (found) composer.show(found, { focus: true })
  }
  return (
    <div className={classes.pane}>
      <div className={classes.bar}>
        <span className={classes.note} role="status">
          {waiting ? 'Данные собираются…' : 'Щелчок по числу покажет записи, по тексту — откроет его.'}
        </span>
        <Tooltip label={zoom === 'fit' ? 'Настоящий размер' : 'По ширине'}>
          <ActionIcon
            variant="default"
            size={28}
            aria-label="Настоящий размер страницы"
            aria-pressed={zoom === 'real'}
            onClick={() => setZoom(zoom === 'fit' ? 'real' : 'fit')}
          >
            {zoom === 'fit' ? <IconZoomIn size={17} aria-hidden /> : <IconZoomOut size={17} aria-hidden />}
          </ActionIcon>
        </Tooltip>
      </div>
      <div className={classes.body}>
        {waiting && Object.keys(shown.contents).length === 0 ? (
          <Skeleton height="100%" />
        ) : (
          <Pages
            paper={paper}
            zoom={zoom}
            followingPiece={place?.piece ?? place?.section ?? ''}
            onPick={(_, target) => pick(target)}
          />
        )}
      </div>
    </div>
  )
})

/** The heading a line of the contents names. */
function headingOf(target: Element, bookmark: string): Element | null {
  const root = target.getRootNode()
  return root instanceof ShadowRoot ? root.querySelector(`#${CSS.escape(bookmark)}`) : null
}

/** A piece, or a section by its heading. */
function placeOfPiece({ sections }: ReportData['report'], uid: string): Place | null {
  for (const section of sections) {
    if (section.uid === uid) return { section: uid, piece: null }
    if (section.pieces.some((piece) => piece.uid === uid)) return { section: section.uid, piece: uid }
  }
  return null
}
