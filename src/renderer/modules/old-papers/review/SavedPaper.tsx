import { Button } from '@mantine/core'
import { type OldPaper, paperFormats } from '@shared/contract/old-papers'
import { IconFileText } from '@tabler/icons-react'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { formatMoment } from '../../../components/format'
import classes from '../original/Original.module.css'
import { OriginalPage } from '../original/OriginalPage'
import review from './Review.module.css'

/** The original of a record, to be read. */
export function SavedPaper({ paper }: { paper: OldPaper }) {
  const go = useGo()
  const place = paper.record !== null && paper.recordId !== null ? placeOf(paper.record, paper.recordId) : null
  const { format, encoding } = paper.original
  return (
    <div className={review.page}>
      <header className={review.head}>
        <h1 className={review.file}>Исходный документ: {paper.file}</h1>
        <span className={review.about}>
          {[paperFormats[format], encoding, `загружен ${formatMoment(paper.readAt)}`].filter(Boolean).join(' · ')}
        </span>
        <span className={review.spring} />
        {place !== null && (
          <Button size="compact-md" leftSection={<IconFileText size={16} aria-hidden />} onClick={() => go(place)}>
            {paper.record === 'meeting' ? 'Открыть протокол' : 'Открыть дорожную карту'}
          </Button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard */}
      <section className={classes.scroll} tabIndex={0} aria-label="Исходный документ">
        <OriginalPage original={paper.original} understood={null} />
      </section>
    </div>
  )
}
