import { processIo } from './cli/io'
import { runCli } from './cli/run'

// A library's own use of old Node functions is nothing the person at the console can mend.
process.noDeprecation = true

/** The headless interface: `npm run -s cli -- COMMAND …`, and `--cli COMMAND …` of the installed program. */
void runCli(process.argv.slice(2), processIo()).then((code) => process.exit(code))
