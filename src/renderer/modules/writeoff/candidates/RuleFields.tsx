import type { WriteOffRule } from '@shared/contract/writeoff'
import { CheckField } from '../../../components/fields/CheckField'
import { DateField } from '../../../components/fields/DateField'
import { NumberField } from '../../../components/fields/NumberField'
import { TextField } from '../../../components/fields/TextField'
import classes from './Candidates.module.css'

export interface RuleFieldsProps {
  rule: WriteOffRule
  onChange: (rule: WriteOffRule) => void
  /** Of a field of the rule. */
  errorAt?: (key: keyof WriteOffRule) => string | undefined
  onBlur?: () => void
}

/** Conditions, all of which a book must meet; an empty one asks nothing. */
export function RuleFields({ rule, onChange, errorAt, onBlur }: RuleFieldsProps) {
  const common = (key: keyof WriteOffRule) => ({ error: errorAt?.(key), ...(onBlur ? { onBlur } : {}) })
  return (
    <div className={classes.rule}>
      <NumberField
        {...common('publishedBy')}
        label="Издано не позже"
        placeholder="например, 2018"
        value={rule.publishedBy}
        onChange={(publishedBy) => onChange({ ...rule, publishedBy })}
      />
      <DateField
        {...common('usableUntilBefore')}
        label="Срок использования истёк к"
        value={rule.usableUntilBefore}
        onChange={(usableUntilBefore) => onChange({ ...rule, usableUntilBefore })}
      />
      <TextField
        {...common('search')}
        label="Слова"
        placeholder="название, предмет, издательство"
        value={rule.search}
        onChange={(search) => onChange({ ...rule, search })}
      />
      <div className={classes.ruleCheck}>
        <CheckField
          {...common('dropped')}
          label="Исключены из перечня"
          value={rule.dropped}
          onChange={(dropped) => onChange({ ...rule, dropped })}
        />
      </div>
    </div>
  )
}

export const isEmptyRule = (rule: WriteOffRule): boolean =>
  rule.publishedBy === null && rule.usableUntilBefore === null && !rule.dropped && rule.search.trim() === ''
