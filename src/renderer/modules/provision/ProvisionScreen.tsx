import { Button } from '@mantine/core'
import { provisionList } from '@shared/contract/provision'
import { IconArrowsExchange, IconChartBar } from '@tabler/icons-react'
import { useGo } from '../../app/navigation'
import { DataGrid } from '../../components/DataGrid/DataGrid'
import type { GridRow } from '../../components/DataGrid/model/rows'
import { holdingTabs, holdingTabsLabel } from '../../components/holdingTabs'
import { ListAndPanel } from '../../components/ListAndPanel'
import { ListEmpty } from '../../components/ListEmpty'
import { ListTabs } from '../../components/ListTabs'
import { useRecordPanel } from '../../components/record/useRecordPanel'
import classes from './Provision.module.css'
import { RowPanel } from './RowPanel'
import { SummaryStrip } from './SummaryStrip'

/** /holdings/provision — who has books for all, who lacks, who has some over. */
export function ProvisionScreen() {
  const panel = useRecordPanel('/holdings/provision')
  const go = useGo()
  return (
    <ListAndPanel
      name="provision"
      list={
        <ListTabs label={holdingTabsLabel} tabs={holdingTabs} here="/holdings/provision">
          <div className={classes.screen}>
            <SummaryStrip />
            <div className={classes.grid}>
              <DataGrid
                spec={provisionList}
                onOpen={(row) => panel.setOpen(row.id)}
                openId={typeof panel.open === 'number' ? panel.open : null}
                rowTone={toneOf}
                toolbar={
                  <Button
                    size="xs"
                    leftSection={<IconArrowsExchange size={16} aria-hidden />}
                    onClick={() => go('/holdings/provision/propose')}
                  >
                    Предложить излишки и потребности
                  </Button>
                }
                emptyState={
                  <ListEmpty
                    icon={IconChartBar}
                    title="Считать пока нечего"
                    text="Обеспеченность считается из контингента школ и остатков учебников. Запишите контингент в карточках школ и внесите остатки: потребность появится сама."
                    action={
                      <Button size="xs" variant="default" onClick={() => go('/schools/contingent')}>
                        Открыть контингент
                      </Button>
                    }
                  />
                }
              />
            </div>
          </div>
        </ListTabs>
      }
      panel={
        typeof panel.open === 'number' ? <RowPanel key={panel.open} id={panel.open} onClose={panel.close} /> : null
      }
    />
  )
}

function toneOf(row: GridRow): 'warning' | 'muted' | null {
  if (row.state === 'short') return 'warning'
  return row.state === 'idle' ? 'muted' : null
}
