import { Alert, Button, Checkbox, Group, SegmentedControl, Skeleton, Text, Title } from '@mantine/core'
import type { Proposals } from '@shared/contract/provision'
import { nextSchoolYear } from '@shared/domain/school-year'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall, useCommand } from '../../../app/queries'
import { formatSchoolYear, useSchoolYear } from '../../../app/schoolYear'
import { errorSentence } from '../../../app/toasts'
import { NumberField } from '../../../components/fields/NumberField'
import { holdingTabs, holdingTabsLabel } from '../../../components/holdingTabs'
import { ListTabs } from '../../../components/ListTabs'
import { ProposalTable } from './ProposalTable'
import classes from './Propose.module.css'
import { bySchool, type Chosen, chosenTotals } from './proposals'
import { Unsaid } from './Unsaid'

type Year = 'this' | 'next'

/** /holdings/provision/propose — what would go to the exchange fund, seen and chosen before it does, as one step. */
export function ProposePage() {
  const { schoolYear } = useSchoolYear()
  const go = useGo()
  const [year, setYear] = useState<Year>('this')
  const [reserve, setReserve] = useState<number | null>(5)
  const [chosen, setChosen] = useState<Chosen>({ surpluses: true, needs: true, without: new Set() })
  const [added, setAdded] = useState<{ surpluses: number; needs: number } | null>(null)
  const isGood = reserve !== null && Number.isInteger(reserve) && reserve >= 0 && reserve <= 100
  const input = { schoolYear, year, reservePercent: isGood ? reserve : 0 }
  const found = useCall('provision.proposals', input, { keepPrevious: true, enabled: isGood })
  const propose = useCommand('provision.propose', { success: 'Добавлено в обменный фонд.' })
  const add = async (proposals: Proposals) => {
    const schoolIds = bySchool(proposals)
      .map((one) => one.schoolId)
      .filter((id) => !chosen.without.has(id))
    setAdded(await propose.run({ ...input, schoolIds, surpluses: chosen.surpluses, needs: chosen.needs }))
  }
  return (
    <ListTabs label={holdingTabsLabel} tabs={holdingTabs} here="/holdings/provision">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={classes.screen} tabIndex={0} aria-label="Предложить излишки и потребности">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconArrowLeft size={16} aria-hidden />}
          onClick={() => go('/holdings/provision')}
        >
          Обеспеченность
        </Button>
        <Title order={1} size="h2" mt={4}>
          Предложить излишки и потребности
        </Title>
        <Text c="dimmed" size="sm" maw={760}>
          Программа сравнит число учеников с числом годных учебников и добавит в обменный фонд то, чего в нём ещё нет.
          Книги с истёкшим сроком не предлагаются. Что уже заявлено, обещано или в пути, второй раз не добавится.
        </Text>
        <Group align="flex-end" gap="md" my="md">
          <SegmentedControl
            aria-label="Для какого учебного года"
            value={year}
            onChange={(next) => setYear(next === 'next' ? 'next' : 'this')}
            data={[
              { value: 'this', label: `На ${formatSchoolYear(schoolYear)} учебный год` },
              { value: 'next', label: `На ${formatSchoolYear(nextSchoolYear(schoolYear))}` },
            ]}
          />
          <div className={classes.reserve}>
            <NumberField
              label="Оставить школе запас"
              unit="%"
              value={reserve}
              onChange={setReserve}
              error={isGood ? undefined : 'целое число от 0 до 100'}
            />
          </div>
        </Group>
        {found.error && (
          <Alert color="red" title="Предложения не посчитаны" maw={760}>
            {errorSentence(found.error)}
          </Alert>
        )}
        {!found.data && !found.error && <Skeleton height={180} maw={760} />}
        {added !== null && <Added {...added} />}
        {found.data && (
          <Review
            proposals={found.data}
            chosen={chosen}
            onChosen={setChosen}
            isAdding={propose.pending || found.isPlaceholderData}
            isAdded={added !== null}
            onAdd={() => void add(found.data).catch(() => undefined)}
          />
        )}
      </section>
    </ListTabs>
  )
}

function Added({ surpluses, needs }: { surpluses: number; needs: number }) {
  return (
    <Alert color="teal" title="Добавлено в обменный фонд" mb="md" maw={760}>
      {counted(surpluses, ['излишек', 'излишка', 'излишков'])} и{' '}
      {counted(needs, ['потребность', 'потребности', 'потребностей'])}. Отменить можно кнопкой «Отменить» или Ctrl+Z.{' '}
      <a href="#/exchange">Открыть обменный фонд</a>
    </Alert>
  )
}

interface ReviewProps {
  proposals: Proposals
  chosen: Chosen
  onChosen: (chosen: Chosen) => void
  isAdding: boolean
  isAdded: boolean
  onAdd: () => void
}

function Review({ proposals, chosen, onChosen, isAdding, isAdded, onAdd }: ReviewProps) {
  const schools = bySchool(proposals)
  const totals = chosenTotals(schools, chosen)
  if (schools.length === 0) {
    return (
      <>
        {!isAdded && (
          <Alert color="blue" title="Предлагать нечего" maw={760}>
            Всё, чего не хватает или что лишнее, уже есть в обменном фонде.
          </Alert>
        )}
        <Unsaid proposals={proposals} />
      </>
    )
  }
  return (
    <>
      <Group gap="lg" mb="sm">
        <Checkbox
          label="Излишки"
          checked={chosen.surpluses}
          onChange={(event) => onChosen({ ...chosen, surpluses: event.currentTarget.checked })}
        />
        <Checkbox
          label="Потребности"
          checked={chosen.needs}
          onChange={(event) => onChosen({ ...chosen, needs: event.currentTarget.checked })}
        />
      </Group>
      <Unsaid proposals={proposals} />
      <ProposalTable proposals={proposals} schools={schools} chosen={chosen} onChosen={onChosen} />
      <Group className={classes.foot} gap="md">
        <Button loading={isAdding} disabled={totals.rows === 0} onClick={onAdd}>
          Добавить в обменный фонд
        </Button>
        <Text size="sm">
          {totals.rows === 0
            ? 'Ничего не выбрано.'
            : `Излишков: ${formatNumber(totals.surplusCopies)} экз., потребностей: ${formatNumber(totals.needCopies)} экз., ${counted(totals.schools, ['школа', 'школы', 'школ'])}`}
        </Text>
      </Group>
    </>
  )
}
