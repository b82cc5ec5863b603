import { Anchor } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useGo } from '../../../app/navigation'
import classes from './Texts.module.css'

export function BackLink() {
  const go = useGo()
  return (
    <Anchor component="button" type="button" size="xs" className={classes.back} onClick={() => go('/meetings')}>
      <IconArrowLeft size={14} aria-hidden /> Заседания
    </Anchor>
  )
}
