import { Command } from 'commander'
import { type BackupOptions, backup, restore } from './commands/backup'
import { callByName, check, type GenerateOptions, generate, type InitOptions, init, undoOrRedo } from './commands/data'
import { deleted, feed, revive } from './commands/history'
import { type ImportOptions, importFiles } from './commands/imports'
import { type ExportOptions, exportPaper, notYet } from './commands/papers'
import { type PlanFlags, plan } from './commands/plan'
import { history, list, show } from './commands/records'
import { type CliContext, type Printed, programVersion } from './context'
import type { ListOptions } from './filters'
import { listNames } from './kinds'
import { russianHelp } from './russian'

/** Runs a command's work and prints what it answers. */
export type Perform = (work: (context: CliContext) => Promise<Printed>) => Promise<void>

/** The command line as `CLI.md` promises it. @param help what is asked of help is written here */
export function buildProgram(perform: Perform, help: (text: string) => void): Command {
  const program = new Command('metodist')
  program
    .description('Методист: работа с данными района без окна программы')
    .option('--data <папка>', 'папка данных; по умолчанию — та же, что у окна программы')
    .option('--json', 'напечатать один документ JSON и больше ничего')
    .version(programVersion, '-V, --version', 'показать версию')
    .helpOption('-h, --help', 'показать справку')
    .helpCommand('help [команда]', 'справка по команде')
    .exitOverride()
    .configureHelp(russianHelp)
    .configureOutput({ writeOut: help, writeErr: () => undefined, outputError: () => undefined })
  addData(program, perform)
  addRecords(program, perform)
  addPapers(program, perform)
  addImport(program, perform)
  addPlan(program, perform)
  addLater(program)
  return program
}

function addData(program: Command, perform: Perform): void {
  program
    .command('init')
    .description('начать данные в папке')
    .option('--demo', 'заполнить придуманным районом')
    .option('--municipality <название>', 'муниципалитет')
    .option('--region <название>', 'регион')
    .option('--association <название>', 'методическое объединение')
    .option('--today <дата>', 'считать сегодняшним днём примера')
    .action((options: InitOptions) => perform((context) => init(context, options)))
  program
    .command('check')
    .description('проверить данные')
    .action(() => perform(check))
  program
    .command('backup')
    .description('сделать резервную копию')
    .option('--out <файл>', 'куда; по умолчанию — к остальным копиям')
    .option('--password-stdin', 'зашифровать паролем со стандартного ввода')
    .action((options: BackupOptions) => perform((context) => backup(context, options)))
  program
    .command('restore')
    .description('вернуть данные из резервной копии; прежние сохраняются')
    .argument('<файл>', 'резервная копия')
    .option('--password-stdin', 'пароль — на стандартном вводе')
    .action((file: string, options: BackupOptions) => perform((context) => restore(context, file, options)))
  program
    .command('undo')
    .description('отменить последнее изменение')
    .action(() => perform((context) => undoOrRedo(context, 'undo')))
  program
    .command('redo')
    .description('вернуть отменённое')
    .action(() => perform((context) => undoOrRedo(context, 'redo')))
  program
    .command('generate')
    .description('создать в пустой папке район для измерений')
    .option('--schools <число>', 'школ; по умолчанию 30')
    .option('--librarians <число>', 'библиотекарей; по умолчанию сколько нужно школам, меньше не бывает')
    .option('--titles <число>', 'учебников')
    .option('--holdings <число>', 'остатков')
    .option('--movements <число>', 'движений фонда; по умолчанию по два на остаток')
    .option('--surpluses <число>', 'излишков')
    .option('--needs <число>', 'потребностей')
    .option('--seed <число>', 'зерно: одно и то же даёт одно и то же')
    .action((options: GenerateOptions) => perform((context) => generate(context, options)))
}

const listOptions = (command: Command): Command =>
  command
    .option(
      '--filter <условие...>',
      'столбец=значение, столбец~часть, столбец!~часть (не содержит), столбец^=начало, столбец>значение, столбец<значение, столбец=от..до, столбец=а|б, столбец= (пусто), столбец=* (заполнено), дата=этот месяц',
    )
    .option('--search <текст>', 'слова, которые есть в записи')
    .option('--sort <столбец...>', 'порядок: столбец или столбец:desc')
    .option('--year <год>', 'учебный год: 2026-2027')
    .option('--on <дата>', 'остатки на конец дня: 15.05.2025')

function addRecords(program: Command, perform: Perform): void {
  listOptions(program.command('list').description('список записей').argument('<вид>', listNames))
    .option('--limit <число>', 'не больше стольких строк')
    .option('--columns <столбцы>', 'столбцы файла через запятую')
    .option('--out <файл>', 'записать в Excel')
    .action((kind: string, options: ListOptions) => perform((context) => list(context, kind, options)))
  program
    .command('show')
    .description('запись целиком; для строки внутри записи (место работы, курсы) — карточка, в которой она стоит')
    .argument('<вид>', 'school, librarian, association, meeting, decision, employment, …')
    .argument('<номер>', 'номер записи или строки, как в списке')
    .action((kind: string, id: string) => perform((context) => show(context, kind, id)))
  program
    .command('history')
    .description('история: всего, списка или одной записи')
    .argument('[вид]', 'school, librarian, association, meeting, decision; без него — всё')
    .argument('[номер]', 'номер записи; без него — весь список')
    .option('--limit <число>', 'не больше стольких изменений')
    .action((kind: string | undefined, id: string | undefined, options: { limit?: string }) =>
      perform((context) =>
        kind !== undefined && id !== undefined ? history(context, kind, id, options) : feed(context, kind, options),
      ),
    )
  program
    .command('deleted')
    .description('удалённые записи, которые можно вернуть')
    .argument('[вид]', 'school, librarian, association, meeting; без него — все')
    .option('--limit <число>', 'не больше стольких записей')
    .action((kind: string | undefined, options: { limit?: string }) =>
      perform((context) => deleted(context, kind, options)),
    )
  program
    .command('revive')
    .description('вернуть удалённую запись под её номером')
    .argument('<вид>', 'school, librarian, association, meeting')
    .argument('<номер>', 'номер записи, как в команде deleted')
    .action((kind: string, id: string) => perform((context) => revive(context, kind, id)))
  program
    .command('call')
    .description('любой запрос или команда контракта')
    .argument('<имя>', 'например schools.get')
    .option('--input <json>', 'входные данные; «-» — со стандартного ввода')
    .action((name: string, options: { input?: string }) => perform((context) => callByName(context, name, options)))
}

function addPapers(program: Command, perform: Perform): void {
  listOptions(
    program
      .command('export')
      .description('документ Word или Excel')
      .argument(
        '<документ>',
        'protocol, attendance, extract, list, librarians, staffing, transfer-act, exchange-sheet, plan, flows, writeoff-act, writeoff-summary, roadmap, roadmap-report, roadmap-year, report, participants, registration, letter, decisions, year-plan, calendar',
      )
      .argument(
        '[номер]',
        'номер заседания, передачи, плана, акта, кампании списания, дорожной карты, отчёта, мероприятия или письма; для list — вид записей',
      ),
  )
    .option('--out <файл>', 'куда записать')
    .option('--layout <вид>', 'вид протокола: full, decisions, programme')
    .option('--decision <номер>', 'решение для выписки, как оно напечатано: 1.2')
    .option('--school <номер>', 'школа, которой выписка')
    .option('--columns <столбцы>', 'столбцы списка через запятую')
    .option('--no-personal', 'списки: без персональных данных')
    .option('--date <дата>', 'день')
    .option('--execution', 'дорожная карта: с отметками о выполнении')
    .action((what: string, target: string | undefined, options: ExportOptions) =>
      perform((context) => exportPaper(context, what, target, options)),
    )
}

function addImport(program: Command, perform: Perform): void {
  program
    .command('import')
    .description('загрузить списки из Excel и CSV, протоколы и дорожные карты из Word и текста')
    .argument('<файл...>', 'файлы .xlsx, .xls, .csv — списки; .docx, .doc, .txt и папки с ними — документы')
    .option(
      '--as <вид>',
      'что это: protocol, roadmap или список (schools, contingent, librarians…); без него узнаётся по самому файлу',
    )
    .option('--sheet <лист>', 'лист книги')
    .option('--dry-run', 'только прочитать и сравнить с данными')
    .option('--skip-faulty', 'загрузить строки без ошибок')
    .option('--set <столбец=значение...>', 'чего нет в файле, одно для всех строк: --set "школа=СОШ № 1"')
    .option('--conflicts <чьё>', 'где изменены и файл, и данные: file или data')
    .option('--fpl [приказ]', 'учебники: это федеральный перечень; которых в нём нет, отметить исключёнными')
    .action((files: string[], options: ImportOptions) => perform((context) => importFiles(context, files, options)))
}

function addPlan(program: Command, perform: Perform): void {
  program
    .command('plan')
    .description('план перераспределения учебников: излишки одних школ — потребностям других')
    .option('--apply', 'сразу составить передачи')
    .option('--name <название>', 'название плана')
    .option('--steps <число>', 'сколько шагов искать, чтобы поездок было меньше; те же данные дают тот же план')
    .option('--seconds <число>', 'сколько секунд искать')
    .option('--scarcity <правило>', 'кому, если на всех не хватает: priority, proportional, minimum-lot')
    .option('--min-lot <число>', 'школе не меньше стольких экземпляров или ничего')
    .option('--min-pair <число>', 'без поездок, где экземпляров меньше')
    .option('--via <номер>', 'через пункт обмена: номер школы')
    .option('--keep <число>', 'сколько экземпляров каждого названия школа оставляет себе')
    .option('--no-substitutes', 'только те же издания, без замен')
    .option('--usable-on <дата>', 'книги, годные на этот день; по умолчанию — на сегодня')
    .option('--based-on <номер>', 'прежний план: его закреплённые строки остаются, отклонённые не повторяются')
    .action((flags: PlanFlags) => perform((context) => plan(context, flags)))
}

/** Promised in CLI.md, not built yet: whatever follows, the answer is the same. */
function addLater(program: Command): void {
  program
    .command('collect')
    .description('сбор данных (ещё не работает)')
    .argument('[что...]')
    .allowUnknownOption()
    .action(() => {
      throw notYet('collect')
    })
}
