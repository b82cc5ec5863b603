import { Button, Group, Modal, Text } from '@mantine/core'
import type { Plan } from '@shared/contract/plans'
import { useCommand } from '../../../app/queries'

interface RemovePlanProps {
  plan: Plan
  opened: boolean
  onClose: () => void
  onRemoved: () => void
}

/** A plan is computed, not typed: its removal is not undone, so it is asked about. */
export function RemovePlan({ plan, opened, onClose, onRemoved }: RemovePlanProps) {
  const remove = useCommand('plans.remove', { success: `План «${plan.name}» удалён.`, undoable: false })
  const confirm = async () => {
    await remove.run({ id: plan.id }).then(onRemoved, () => undefined)
    onClose()
  }
  return (
    <Modal opened={opened} onClose={onClose} title="Удалить план?" size="sm">
      <Text size="sm">
        «{plan.name}» будет удалён насовсем: вернуть его нельзя, но можно составить заново.
        {plan.accepted > 0 && ' Передачи, составленные по нему, останутся.'}
      </Text>
      <Group justify="flex-end" mt="md" gap="xs">
        <Button variant="default" data-autofocus onClick={onClose}>
          Не удалять
        </Button>
        <Button color="red" loading={remove.pending} onClick={() => void confirm()}>
          Удалить план
        </Button>
      </Group>
    </Modal>
  )
}
