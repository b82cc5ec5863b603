import { Alert, Anchor, Skeleton, Table, Text } from '@mantine/core'
import { moneySources } from '@shared/contract/holdings'
import { counted, formatMoney, formatNumber } from '@shared/domain/text/plural'
import { hasPage } from '../../app/modules'
import { useCall } from '../../app/queries'
import { errorSentence } from '../../app/toasts'
import { listLink } from '../../components/DataGrid/link'
import { FormSection } from '../../components/record/FormSection'

/** Rows shown here; all of them are in the list of holdings. */
const most = 60

/** Copies of one edition by school and lot. @param name as it is called in lists */
export function HoldingsSection({ textbookId, name }: { textbookId: number; name: string }) {
  const lots = useCall('holdings.lots', { schoolId: null, textbookId, on: null })
  if (lots.error) {
    return (
      <Alert color="red" title="Остатки не посчитаны">
        {errorSentence(lots.error)}
      </Alert>
    )
  }
  if (!lots.data) return <Skeleton height={120} />
  const held = lots.data.filter((lot) => lot.copies > 0)
  if (held.length === 0) return <Text c="dimmed">В школах района этого учебника нет.</Text>
  const copies = held.reduce((sum, lot) => sum + lot.copies, 0)
  const schools = new Set(held.map((lot) => lot.schoolId)).size
  const all = listLink('/holdings', {
    filters: [{ op: 'equals', column: 'textbook', value: name }],
    group: null,
    search: '',
  })
  return (
    <FormSection
      title={`${counted(copies, ['экземпляр', 'экземпляра', 'экземпляров'])} в ${formatNumber(schools)} ${schools % 10 === 1 && schools % 100 !== 11 ? 'школе' : 'школах'}`}
    >
      <Table fz="sm" verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Школа</Table.Th>
            <Table.Th>Год</Table.Th>
            <Table.Th>Источник</Table.Th>
            <Table.Th ta="right">Цена</Table.Th>
            <Table.Th ta="right">Экз.</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {held.slice(0, most).map((lot) => (
            <Table.Tr key={lot.id}>
              <Table.Td>{lot.school}</Table.Td>
              <Table.Td>{lot.publicationYear === 0 ? '' : lot.publicationYear}</Table.Td>
              <Table.Td>{lot.source === 'unknown' ? '' : moneySources[lot.source]}</Table.Td>
              <Table.Td ta="right">{lot.price === 0 ? '' : formatMoney(lot.price, '')}</Table.Td>
              <Table.Td ta="right">{formatNumber(lot.copies)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {hasPage('/holdings') && (
        <Anchor href={`#${all}`} size="sm">
          Открыть в остатках
        </Anchor>
      )}
    </FormSection>
  )
}
