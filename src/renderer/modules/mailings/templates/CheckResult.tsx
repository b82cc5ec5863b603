import { Button, Group } from '@mantine/core'
import { type TemplateKind, type TemplateReport, templateKinds } from '@shared/contract/templates'
import { useState } from 'react'
import { useCommand } from '../../../app/queries'
import { SelectField } from '../../../components/fields/SelectField'
import { TextField } from '../../../components/fields/TextField'
import { RecordPanel } from '../../../components/RecordPanel'
import { FieldGrid, FormSection, Wide } from '../../../components/record/FormSection'
import { Report } from './Report'

export interface CheckedFile {
  file: string
  report: TemplateReport
  kind: TemplateKind
}

interface CheckResultProps {
  checked: CheckedFile
  onAdded: (id: number) => void
  onAgain: () => void
  onClose: () => void
}

/** What a file just chosen has in it; a broken one cannot be added. */
export function CheckResult({ checked, onAdded, onAgain, onClose }: CheckResultProps) {
  const fileName = checked.file.split(/[\\/]/u).at(-1) ?? ''
  const [name, setName] = useState(fileName.replace(/\.[^.]*$/u, ''))
  const [kind, setKind] = useState<TemplateKind>(checked.kind)
  const add = useCommand('templates.add', { success: 'Шаблон добавлен.' })
  const isBroken = checked.report.problems.some((problem) => problem.kind === 'broken')
  const keep = async () => {
    const saved = await add.run({ file: checked.file, name, kind })
    onAdded(saved.id)
  }
  return (
    <RecordPanel
      title={isBroken ? 'Шаблон нужно исправить' : 'Новый шаблон'}
      subtitle={fileName}
      onClose={onClose}
      tabs={[
        {
          id: 'check',
          title: 'Проверка',
          content: (
            <>
              {!isBroken && (
                <FormSection>
                  <FieldGrid>
                    <Wide>
                      <TextField label="Название" value={name} onChange={setName} required />
                    </Wide>
                    <SelectField
                      label="Вид"
                      choices={templateKinds}
                      value={kind}
                      onChange={(next: TemplateKind) => setKind(next)}
                    />
                  </FieldGrid>
                </FormSection>
              )}
              <Group gap={6} mb="md">
                <Button
                  size="xs"
                  disabled={isBroken || name.trim() === ''}
                  loading={add.pending}
                  onClick={() => void keep().catch(() => undefined)}
                >
                  Добавить
                </Button>
                <Button size="xs" variant="default" onClick={onAgain}>
                  Выбрать файл снова…
                </Button>
              </Group>
              <Report report={checked.report} />
            </>
          ),
        },
      ]}
    />
  )
}
