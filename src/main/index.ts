import { startApplication } from './shell/application'
import { runCli } from './shell/run-cli'

const cli = process.argv.indexOf('--cli')
if (cli === -1) startApplication()
else runCli(process.argv.slice(cli + 1))
