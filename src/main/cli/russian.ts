import type { AppError } from '@shared/errors'
import type { Command, CommanderError, HelpConfiguration } from 'commander'
import { usage } from './context'

/** Commander speaks English; here is what it says in Russian. A test looks for Latin words that slip through. */

const hint = 'Справка: --help.'

/** What commander refused, in one sentence; the word in quotes of its message is the word typed. */
export function usageOf(error: CommanderError): AppError {
  const [, word = ''] = /'([^']*)'/u.exec(error.message) ?? []
  return usage(`${sentences[error.code]?.(word) ?? 'Команда набрана неверно.'} ${hint}`)
}

const sentences: Readonly<Record<string, (word: string) => string>> = {
  'commander.unknownCommand': (word) => `Команды «${word}» нет.`,
  'commander.unknownOption': (word) => `Параметра «${word}» нет.`,
  'commander.missingArgument': (word) => `Не указано: ${word}.`,
  'commander.optionMissingArgument': (word) => `У параметра «${word}» нет значения.`,
  'commander.missingMandatoryOptionValue': (word) => `Не указан параметр «${word}».`,
  'commander.excessArguments': (word) => `Лишние слова в команде «${word}».`,
  'commander.invalidArgument': (word) => `Значение параметра «${word}» не подходит.`,
  'commander.help': () => 'Не указана команда.',
}

const headings: Readonly<Record<string, string>> = {
  'Usage:': 'Как набирать:',
  'Options:': 'Параметры:',
  'Global Options:': 'Общие параметры:',
  'Commands:': 'Команды:',
  'Arguments:': 'Что указать:',
}

const argumentsOf = (command: Command): string =>
  command.registeredArguments.map((one) => (one.required ? one.name() : `[${one.name()}]`)).join(' ')

export const russianHelp: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => headings[title] ?? title,
  subcommandTerm: (command) => [command.name(), argumentsOf(command)].filter(Boolean).join(' '),
  commandUsage(command) {
    if (command.parent === null) return 'metodist КОМАНДА [параметры]'
    return ['metodist', command.name(), argumentsOf(command), '[параметры]'].filter(Boolean).join(' ')
  },
}
