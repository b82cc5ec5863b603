import { Title } from '@mantine/core'
import { AppearanceSection } from './AppearanceSection'
import { BackupsSection } from './BackupsSection'
import { ConnectionsSection } from './ConnectionsSection'
import { DataSection } from './DataSection'
import { ProfileSection } from './ProfileSection'
import classes from './SettingsScreen.module.css'
import { WriteOffFormSection } from './WriteOffFormSection'

export function SettingsScreen() {
  return (
    <div className={classes.screen}>
      <Title order={1} size="h2" mb="md">
        Настройки
      </Title>
      <div className={classes.columns}>
        <div>
          <ProfileSection />
        </div>
        <div>
          <BackupsSection />
          <DataSection />
          <AppearanceSection />
          <ConnectionsSection />
          <WriteOffFormSection />
        </div>
      </div>
    </div>
  )
}
