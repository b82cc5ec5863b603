import { mostCounted, type SearchFound, type SearchGroup, searchGroups } from '@shared/contract/search'
import { formatNumber } from '@shared/domain/text/plural'
import classes from './GroupChips.module.css'

export const countWords = (count: number): string => (count > mostCounted ? `${mostCounted}+` : formatNumber(count))

/** Groups something was found in, in the order Tab goes over them; the first, null, is everything. */
export function groupsOf(counts: SearchFound['counts'], chosen: SearchGroup | null): (SearchGroup | null)[] {
  const found = counts.map(({ group }) => group)
  return [null, ...found, ...(chosen !== null && !found.includes(chosen) ? [chosen] : [])]
}

/** What was found, by kind: a press leaves only that kind. @param tabs false: keys of the box above go over them */
export function GroupChips({
  counts,
  chosen,
  onChoose,
  tabs = true,
}: {
  counts: SearchFound['counts']
  chosen: SearchGroup | null
  onChoose: (group: SearchGroup | null) => void
  tabs?: boolean
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame and want a legend
    <div className={classes.chips} role="group" aria-label="Где искать">
      {groupsOf(counts, chosen).map((group) => {
        const count = group === null ? null : (counts.find((one) => one.group === group)?.count ?? 0)
        return (
          <button
            key={group ?? 'all'}
            type="button"
            tabIndex={tabs ? 0 : -1}
            className={classes.chip}
            aria-pressed={group === chosen}
            // The box above keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(group)}
          >
            {group === null ? 'Всё' : searchGroups[group]}
            {count !== null && <span className={classes.count}>{countWords(count)}</span>}
          </button>
        )
      })}
    </div>
  )
}
