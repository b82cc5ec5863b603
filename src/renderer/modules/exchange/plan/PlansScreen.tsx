import { ActionIcon, Alert, Button, Checkbox, Group, Skeleton, Text, TextInput, Title } from '@mantine/core'
import type { Plan } from '@shared/contract/plans'
import { formatNumber } from '@shared/domain/text/plural'
import { distanceWords, optionWords, savedWords, shortProof, unmetCopies } from '@shared/papers/plan/words'
import { IconAlertTriangle, IconPencil, IconPlus, IconRoute, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useGo } from '../../../app/navigation'
import { useCall, useCommand } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { formatMoment } from '../../../components/format'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { exchangeTabs, exchangeTabsLabel } from '../tabs'
import classes from './Plan.module.css'
import { RemovePlan } from './RemovePlan'
import { useSchoolNames } from './useSchoolNames'

/** As many as the comparison takes. */
const COMPARED = 6

/** /exchange/plan — the plans made; several are compared. */
export function PlansScreen() {
  const go = useGo()
  const plans = useCall('plans.list', {})
  const [chosen, setChosen] = useState<readonly number[]>([])
  const list = plans.data ?? []
  const compared = chosen.filter((id) => list.some((plan) => plan.id === id))
  const add = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => go('/exchange/plan/new')}>
      Составить план
    </Button>
  )
  return (
    <ListTabs label={exchangeTabsLabel} tabs={exchangeTabs} here="/exchange/plan">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys */}
      <section className={classes.screen} tabIndex={0} aria-label="Планы перераспределения">
        <Group justify="space-between">
          <Title order={1} size="h2">
            Планы перераспределения
          </Title>
          {list.length > 0 && (
            <Group gap="xs">
              {list.length > 1 && (
                <Button
                  variant="default"
                  disabled={compared.length < 2}
                  title="Отметьте от двух до шести планов"
                  onClick={() => go(`/exchange/plan/compare?ids=${encodeURIComponent(JSON.stringify(compared))}`)}
                >
                  {compared.length < 2 ? 'Сравнить отмеченные' : `Сравнить отмеченные: ${compared.length}`}
                </Button>
              )}
              {add}
            </Group>
          )}
        </Group>
        {plans.error && (
          <Alert color="red" mt="md" title="Планы не открылись">
            {errorSentence(plans.error)}
          </Alert>
        )}
        {!plans.data && !plans.error && <Skeleton height={160} mt="md" />}
        {plans.data && list.length === 0 && (
          <Group justify="center" pt="10vh">
            <ListEmpty
              icon={IconRoute}
              title="Планов пока нет"
              text="План сам сводит все излишки со всеми потребностями: кто кому сколько отдаёт, чтобы хватило как можно больше школам, а поездок было как можно меньше. Сначала заполните излишки и потребности."
              action={add}
            />
          </Group>
        )}
        {list.length > 0 && (
          <table className={classes.table}>
            <thead>
              <tr>
                {list.length > 1 && <th scope="col">Сравнить</th>}
                <th scope="col">План</th>
                <th scope="col" className={classes.number}>
                  Экземпляров
                </th>
                <th scope="col" className={classes.number}>
                  Поездок
                </th>
                <th scope="col" className={classes.number}>
                  Сэкономлено
                </th>
                <th scope="col" className={classes.number}>
                  Принято строк
                </th>
                <th scope="col">Действия</th>
              </tr>
            </thead>
            <tbody>
              {list.map((plan) => (
                <PlanLine
                  key={plan.id}
                  plan={plan}
                  isChosen={list.length > 1 ? compared.includes(plan.id) : null}
                  canChoose={compared.length < COMPARED || compared.includes(plan.id)}
                  onChoose={(on) => setChosen(on ? [...compared, plan.id] : compared.filter((id) => id !== plan.id))}
                />
              ))}
            </tbody>
          </table>
        )}
      </section>
    </ListTabs>
  )
}

interface PlanLineProps {
  plan: Plan
  /** Null: there is nothing to compare with. */
  isChosen: boolean | null
  canChoose: boolean
  onChoose: (on: boolean) => void
}

function PlanLine({ plan, isChosen, canChoose, onChoose }: PlanLineProps) {
  const { outcome } = plan
  const names = useSchoolNames()
  const [isNaming, setNaming] = useState(false)
  const [isRemoving, setRemoving] = useState(false)
  return (
    <tr>
      {isChosen !== null && (
        <td>
          <Checkbox
            aria-label={`Сравнить: ${plan.name}`}
            checked={isChosen}
            disabled={!canChoose}
            onChange={(event) => onChoose(event.currentTarget.checked)}
          />
        </td>
      )}
      <td className={classes.name}>
        {isNaming ? (
          <PlanName plan={plan} onDone={() => setNaming(false)} />
        ) : (
          <a href={`#/exchange/plan/${plan.id}`}>{plan.name}</a>
        )}
        <span className={classes.detail}>
          {formatMoment(plan.madeAt)} · {optionWords(plan.options, names).join('; ')}
          {outcome.stopped && ' · остановлен раньше времени'}
        </span>
        {plan.stale && (
          <Text span size="xs" c="var(--tone-warning)" display="flex" style={{ alignItems: 'center', gap: 4 }}>
            <IconAlertTriangle size={14} aria-hidden />
            Излишки или потребности с тех пор изменились
          </Text>
        )}
      </td>
      <td className={classes.number}>
        {formatNumber(outcome.copies)} из {formatNumber(outcome.upperBound)}
        <span className={classes.detail}>{shortProof(outcome)}</span>
        {unmetCopies(outcome) > 0 && (
          <span className={classes.detail}>не хватает {formatNumber(unmetCopies(outcome))}</span>
        )}
      </td>
      <td className={classes.number}>
        {formatNumber(outcome.trips)}
        {outcome.distanceKm !== null && <span className={classes.detail}>{distanceWords(outcome.distanceKm)}</span>}
      </td>
      <td className={classes.number}>{savedWords(outcome).value}</td>
      <td className={classes.number}>
        {formatNumber(plan.accepted)} из {formatNumber(plan.lines)}
      </td>
      <td>
        <Group gap={4} wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Переименовать: ${plan.name}`}
            title="Переименовать"
            onClick={() => setNaming(true)}
          >
            <IconPencil size={17} aria-hidden />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={28}
            aria-label={`Удалить: ${plan.name}`}
            title="Удалить"
            onClick={() => setRemoving(true)}
          >
            <IconTrash size={17} aria-hidden />
          </ActionIcon>
        </Group>
        <RemovePlan plan={plan} opened={isRemoving} onClose={() => setRemoving(false)} onRemoved={() => undefined} />
      </td>
    </tr>
  )
}

/** The name typed in its place: Enter or leaving keeps it, Escape does not. */
export function PlanName({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const rename = useCommand('plans.rename')
  const [name, setName] = useState(plan.name)
  const keep = async () => {
    const next = name.trim()
    if (next !== '' && next !== plan.name) await rename.run({ id: plan.id, name: next }).catch(() => undefined)
    onDone()
  }
  return (
    <TextInput
      size="xs"
      w={300}
      aria-label="Название плана"
      autoFocus
      value={name}
      onChange={(event) => setName(event.currentTarget.value)}
      onFocus={(event) => event.currentTarget.select()}
      onBlur={() => void keep()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') onDone()
      }}
    />
  )
}
