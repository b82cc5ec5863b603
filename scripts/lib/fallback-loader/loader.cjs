// Opens the project named on the command line, as Electron's own default app does.
const { app } = require('electron')
const path = require('node:path')
const fs = require('node:fs')

const named = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (named === undefined) {
  console.error('usage: electron PROJECT')
  app.exit(2)
} else {
  const project = path.resolve(named)
  const manifest = path.join(project, 'package.json')
  if (fs.existsSync(manifest)) {
    const { main, productName, name, version } = JSON.parse(fs.readFileSync(manifest, 'utf8'))
    app.setName(productName ?? name)
    if (version !== undefined) app.setVersion(version)
    app.setAppPath(project)
    require(path.join(project, main ?? 'index.js'))
  } else {
    require(project)
  }
}
