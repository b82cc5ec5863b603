import { Alert, Text } from '@mantine/core'
import type { ImportCounts, ImportRow } from '@shared/contract/imports'
import type { ListSpec } from '@shared/contract/lists'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import { call } from '../../../app/api'
import { errorSentence } from '../../../app/toasts'
import classes from '../Imports.module.css'
import { ChangedRow } from './ChangedRow'

const PAGE = 200

interface ChangesListProps {
  spec: ListSpec
  runId: number
  kind: keyof ImportCounts
}

/** Rows of the file of one kind: pages as far as she scrolls, only those on screen in the page. */
export function ChangesList({ spec, runId, kind }: ChangesListProps) {
  const scroller = useRef<HTMLDivElement>(null)
  const pages = useInfiniteQuery({
    queryKey: ['imports.rows', { id: runId, kind }],
    queryFn: ({ pageParam }) => call('imports.rows', { id: runId, kind, after: pageParam, limit: PAGE }),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.rows.length < PAGE ? undefined : last.rows.at(-1)?.row),
  })
  const rows: ImportRow[] = pages.data?.pages.flatMap((page) => page.rows) ?? []
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 64,
    overscan: 8,
    getItemKey: (index) => rows[index]?.row ?? index,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && last >= rows.length - 30) void fetchNextPage()
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage])
  if (pages.error) return <Alert color="red">{errorSentence(pages.error)}</Alert>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard
    <section ref={scroller} className={classes.rows} tabIndex={0} aria-label="Строки">
      <ul className={classes.rowList} style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <li
              key={item.key}
              ref={virtual.measureElement}
              data-index={item.index}
              className={classes.row}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ChangedRow spec={spec} row={row} />
            </li>
          )
        })}
      </ul>
      {isFetchingNextPage && (
        <Text size="sm" c="dimmed" p="xs">
          Читаем дальше…
        </Text>
      )}
    </section>
  )
}
