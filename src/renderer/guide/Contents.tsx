import { chapters, FRONT } from './chapters'
import classes from './Guide.module.css'
import type { GuidePlace } from './state'

/** All chapters; of the one that is read its headings too. */
export function Contents({ here, onOpen }: { here: GuidePlace; onOpen: (target: string) => void }) {
  return (
    <nav aria-label="Содержание руководства">
      <ul className={classes.contents}>
        <li>
          <Entry title="Начало" isHere={here.file === FRONT} onClick={() => onOpen(FRONT)} />
        </li>
        {chapters.map((chapter) => (
          <li key={chapter.file}>
            <Entry
              title={chapter.title}
              isHere={chapter.file === here.file && here.heading === ''}
              onClick={() => onOpen(chapter.file)}
            />
            {chapter.file === here.file && (
              <ul className={classes.contents}>
                {chapter.sections.slice(1).map((section) => (
                  <li key={section.slug}>
                    <Entry
                      title={section.text}
                      isHere={section.slug === here.heading}
                      onClick={() => onOpen(`${chapter.file}#${section.slug}`)}
                    />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Entry({ title, isHere, onClick }: { title: string; isHere: boolean; onClick: () => void }) {
  return (
    <button type="button" className={classes.entry} aria-current={isHere ? 'page' : undefined} onClick={onClick}>
      {title}
    </button>
  )
}
