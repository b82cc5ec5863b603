import { type CommissionMember, commissionRoles } from '@shared/contract/writeoff'
import { choiceColumn, textColumn } from '../../components/record/cells'
import { type RowColumn, RowsEditor } from '../../components/record/RowsEditor'
import { blankMember } from './blank'

const columns: readonly RowColumn<CommissionMember>[] = [
  choiceColumn<CommissionMember, CommissionMember['role']>('role', 'Роль', commissionRoles, { width: '28%' }),
  textColumn<CommissionMember>('position', 'Должность', { width: '36%' }),
  textColumn<CommissionMember>('name', 'ФИО', { width: '36%' }),
]

export interface CommissionRowsProps {
  rows: readonly CommissionMember[]
  onChange: (rows: CommissionMember[]) => void
  errorAt: (path: string) => string | undefined
  check: (path: string) => void
}

/** Who decides what is written off; they sign the act. */
export function CommissionRows(props: CommissionRowsProps) {
  return (
    <RowsEditor
      {...props}
      path="commission"
      columns={columns}
      blank={() => blankMember(props.rows)}
      addLabel="Добавить члена комиссии"
      removeLabel="Убрать члена комиссии"
      emptyText="Состав комиссии не записан: в акте останутся строки для подписей от руки."
    />
  )
}
