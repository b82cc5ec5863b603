import { Button } from '@mantine/core'
import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react'

/** «Печать» and «PDF» beside «Сохранить в Word», over a paper in a card. */
export function PrintButtons({
  disabled,
  onPrint,
}: {
  disabled: boolean
  onPrint: (to: 'printer' | 'pdf') => Promise<void>
}) {
  return (
    <>
      <Button
        size="compact-md"
        variant="default"
        disabled={disabled}
        leftSection={<IconPrinter size={16} aria-hidden />}
        onClick={() => void onPrint('printer')}
      >
        Печать
      </Button>
      <Button
        size="compact-md"
        variant="default"
        disabled={disabled}
        leftSection={<IconFileTypePdf size={16} aria-hidden />}
        onClick={() => void onPrint('pdf')}
      >
        PDF
      </Button>
    </>
  )
}
