import { Alert, Loader, Text } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { WriteOffRule } from '@shared/contract/writeoff'
import { counted, formatNumber } from '@shared/domain/text/plural'
import { IconListSearch } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useCall } from '../../../app/queries'
import { errorSentence } from '../../../app/toasts'
import { SchoolField } from '../../../components/fields/SchoolField'
import { ListEmpty } from '../../../components/ListEmpty'
import { ListTabs } from '../../../components/ListTabs'
import { blankCampaign } from '../blank'
import { writeOffTabs, writeOffTabsLabel } from '../tabs'
import { titleForms } from '../words'
import { CandidateGroups } from './CandidateGroups'
import classes from './Candidates.module.css'
import { DraftBar } from './DraftBar'
import { isEmptyRule, RuleFields } from './RuleFields'
import { groupsOf } from './selection'

/** Lots shown at once: a sheet longer than that is for a narrower rule. */
const SHOWN = 5000

/** /writeoff/candidates — books by rule, ticked by school, and the acts of them. */
export function CandidatesScreen() {
  const { campaign: asked }: { campaign?: unknown } = useSearch({ strict: false })
  const campaignId = typeof asked === 'number' ? asked : null
  const campaign = useCall('writeOffCampaigns.get', { id: campaignId ?? 0 }, { enabled: campaignId !== null })
  return (
    <ListTabs label={writeOffTabsLabel} tabs={writeOffTabs} here="/writeoff/candidates">
      {campaignId === null ? (
        <Candidates key="free" campaign={null} />
      ) : (
        campaign.data && <Candidates key={campaignId} campaign={campaign.data} />
      )}
    </ListTabs>
  )
}

type Campaign = NonNullable<ReturnType<typeof useCall<'writeOffCampaigns.get'>>['data']>

function Candidates({ campaign }: { campaign: Campaign | null }) {
  const [rule, setRule] = useState(campaign?.campaign.rule ?? blankCampaign().rule)
  const [schoolId, setSchoolId] = useState<number | null>(null)
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const [settled] = useDebouncedValue(rule, 300)
  const checked = WriteOffRule.safeParse(settled)
  const schoolIds = useMemo(
    () => (schoolId !== null ? [schoolId] : (campaign?.campaign.schools.map((one) => one.schoolId) ?? null)),
    [schoolId, campaign],
  )
  const isAsked = checked.success && (!isEmptyRule(checked.data) || schoolId !== null)
  const found = useCall(
    'writeOffs.candidates',
    { rule: checked.success ? checked.data : blankCampaign().rule, schoolIds, limit: SHOWN },
    { enabled: isAsked, keepPrevious: true },
  )
  const answer = isAsked ? found.data : undefined
  const groups = useMemo(() => groupsOf(answer?.candidates ?? [], left), [answer, left])
  const faultAt = (key: keyof WriteOffRule) =>
    checked.success ? undefined : checked.error.issues.find((issue) => issue.path[0] === key)?.message
  return (
    <div className={classes.screen}>
      <section className={classes.conditions} aria-label="Что списывать">
        {campaign && (
          <Text size="sm" mb={6}>
            Кампания «{campaign.campaign.name}»: акты будут записаны в неё.
          </Text>
        )}
        <div className={classes.conditionLine}>
          <RuleFields rule={rule} onChange={setRule} errorAt={faultAt} />
          <SchoolField
            label="Школа"
            placeholder={campaign ? 'все школы кампании' : 'все школы'}
            value={schoolId}
            onChange={setSchoolId}
          />
        </div>
      </section>
      <div className={classes.found}>
        {found.error && isAsked && (
          <Alert color="red" title="Подбор не получился" m="md">
            {errorSentence(found.error)}
          </Alert>
        )}
        {!isAsked && (
          <div className={classes.empty}>
            <ListEmpty
              icon={IconListSearch}
              title="Скажите, что списывать"
              text="Впишите год издания, день, к которому истёк срок использования, или слова из названия. Найдутся книги, которые есть в школах и никому не обещаны."
            />
          </div>
        )}
        {isAsked && !answer && !found.error && <Loader m="md" size="sm" aria-label="Подбор учебников" />}
        {answer && groups.length === 0 && (
          <div className={classes.empty}>
            <ListEmpty
              icon={IconListSearch}
              title="По этим условиям списывать нечего"
              text="Таких книг в остатках нет, или они уже в черновиках актов и в передачах."
            />
          </div>
        )}
        {answer && groups.length > 0 && (
          <>
            {answer.total.lots > SHOWN && (
              <Alert color="orange" m="sm">
                Найдено {counted(answer.total.lots, titleForms)}, показаны первые {formatNumber(SHOWN)}. Составьте акты
                по ним, остальные покажутся следом.
              </Alert>
            )}
            <CandidateGroups groups={groups} left={left} onLeft={setLeft} />
          </>
        )}
      </div>
      {answer && groups.length > 0 && (
        <DraftBar
          groups={groups}
          left={left}
          campaignId={campaign?.id ?? null}
          reason={campaign?.campaign.reason ?? (checked.success ? usualReason(checked.data) : 'outdated')}
          onDrafted={() => setLeft(new Set())}
        />
      )}
    </div>
  )
}

/** A rule by the usable-until date speaks for itself. */
const usualReason = (rule: WriteOffRule): 'expired' | 'outdated' =>
  rule.usableUntilBefore === null ? 'outdated' : 'expired'
