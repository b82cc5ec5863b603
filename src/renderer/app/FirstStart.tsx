import { Alert, Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core'
import { IconBooks } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { TextField } from '../components/fields/TextField'
import { call } from './api'
import classes from './FirstStart.module.css'
import { queryClient } from './queries'
import { errorSentence } from './toasts'

/** The first screen ever: her own district, or a look at a filled one. */
export function FirstStart() {
  const [municipality, setMunicipality] = useState('')
  const [region, setRegion] = useState('')
  const [association, setAssociation] = useState('')
  const [tried, setTried] = useState(false)
  const [busy, setBusy] = useState<'own' | 'demo' | null>(null)
  const [error, setError] = useState<string | null>(null)
  const missing = tried && municipality.trim() === '' ? 'Напишите название района, округа или города' : undefined

  const begin = async (mode: 'own' | 'demo') => {
    setBusy(mode)
    setError(null)
    try {
      await call('app.initialise', { mode, municipality, region, association })
      await queryClient.invalidateQueries()
    } catch (failure) {
      setError(errorSentence(failure))
      setBusy(null)
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (municipality.trim() !== '') void begin('own')
  }
  return (
    <main className={classes.screen}>
      <Stack maw={880} w="100%" gap="lg">
        <div>
          <Title order={1} className={classes.title}>
            <IconBooks size={30} aria-hidden />
            Методист
          </Title>
          <Text c="dimmed">
            Школы, библиотекари, заседания и решения района — в одном файле на этом компьютере. Интернет не нужен.
          </Text>
        </div>
        {error && <Alert color="red">{error}</Alert>}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
          <Paper withBorder p="lg" component="form" onSubmit={submit} noValidate>
            <Stack gap="sm" h="100%">
              <Title order={2} size="h3">
                Начать свой район
              </Title>
              <TextField
                label="Муниципалитет"
                description="Как в документах: Заречинский район"
                required
                autoFocus
                value={municipality}
                onChange={setMunicipality}
                error={missing}
              />
              <TextField label="Регион" value={region} onChange={setRegion} />
              <TextField
                label="Методическое объединение"
                description="Можно заполнить потом"
                value={association}
                onChange={setAssociation}
              />
              <Button type="submit" mt="auto" loading={busy === 'own'} disabled={busy === 'demo'}>
                Начать работу
              </Button>
            </Stack>
          </Paper>
          <Paper withBorder p="lg">
            <Stack gap="sm" h="100%">
              <Title order={2} size="h3">
                Посмотреть на примере
              </Title>
              <Text>
                Откроется вымышленный район с тридцатью школами, библиотекарями и протоколами. В нём можно менять и
                удалять всё, что угодно.
              </Text>
              <Text c="dimmed">Свой район начнёте позже: Настройки → Папка данных → выбрать новую папку.</Text>
              <Button
                variant="default"
                mt="auto"
                loading={busy === 'demo'}
                disabled={busy === 'own'}
                onClick={() => void begin('demo')}
              >
                Открыть пример
              </Button>
            </Stack>
          </Paper>
        </SimpleGrid>
      </Stack>
    </main>
  )
}
