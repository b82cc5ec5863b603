import { Anchor } from '@mantine/core'
import { placeOf } from '../../../app/modules'
import { useGo } from '../../../app/navigation'
import { useCall } from '../../../app/queries'
import classes from './Panels.module.css'

/** Items of road maps and plans this decision fulfils; nothing where there are none. */
export function RoadmapItems({ decisionUid }: { decisionUid: string }) {
  const go = useGo()
  const found = useCall('roadmaps.linksOf', { decisionUid, eventId: null })
  const items = found.data ?? []
  if (items.length === 0) return null
  return (
    <>
      <h3 className={classes.heading}>Выполняет пункты дорожных карт</h3>
      <ul className={classes.links}>
        {items.map((item) => (
          <li key={item.itemUid}>
            <Anchor
              component="button"
              type="button"
              ta="left"
              onClick={() => go(`${placeOf('roadmap', item.roadmapId) ?? '/'}?item=${item.itemUid}`)}
            >
              {[item.number && `${item.number}.`, item.title].filter(Boolean).join(' ')}
            </Anchor>{' '}
            — {item.roadmap}
          </li>
        ))}
      </ul>
    </>
  )
}
