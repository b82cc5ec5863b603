import { Text } from '@mantine/core'
import type { TemplateProblem, TemplateReport } from '@shared/contract/templates'
import { counted } from '@shared/domain/text/plural'
import { IconAlertCircle, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { FormSection } from '../../../components/record/FormSection'
import classes from '../Mailings.module.css'

const icons = {
  broken: <IconAlertCircle size={18} role="img" aria-label="ошибка" color="var(--mantine-color-red-7)" />,
  unknown: (
    <IconAlertTriangle size={18} role="img" aria-label="неизвестное поле" color="var(--mantine-color-orange-7)" />
  ),
  note: <IconInfoCircle size={18} role="img" aria-label="замечание" color="var(--mantine-color-blue-7)" />,
} satisfies Record<TemplateProblem['kind'], unknown>

/** Fields of a template, and what is wrong with them. */
export function Report({ report }: { report: TemplateReport }) {
  const { problems, fields } = report
  return (
    <>
      {problems.length > 0 && (
        <FormSection title="На что обратить внимание">
          <ul className={classes.problems}>
            {problems.map((problem) => (
              <li key={`${problem.text}|${problem.place}`} className={classes.problem}>
                {icons[problem.kind]}
                <div>
                  {problem.text}
                  {problem.place !== '' && <div className={classes.place}>{`Место: «${problem.place}»`}</div>}
                </div>
              </li>
            ))}
          </ul>
        </FormSection>
      )}
      <FormSection title={fields.length === 0 ? 'Поля' : counted(fields.length, ['поле', 'поля', 'полей'])}>
        {fields.length === 0 ? (
          <Text size="sm" c="dimmed">
            Полей в фигурных скобках в файле нет.
          </Text>
        ) : (
          <table className={classes.values}>
            <tbody>
              {fields.map((field) => (
                <tr key={`${field.loop}${field.name}`}>
                  <th scope="row">{`{${field.loop ? '#' : ''}${field.name}}`}</th>
                  <td>
                    {field.meaning}
                    {field.count > 1 && (
                      <Text span size="xs" c="dimmed">{` · ${counted(field.count, ['раз', 'раза', 'раз'])}`}</Text>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </FormSection>
    </>
  )
}
