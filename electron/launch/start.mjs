#!/usr/bin/env node
// Plain old JavaScript on purpose: it must say clearly that a Node is too old, so it must run on that Node.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Starbeat needs Node 22.18 or later; this is ${process.versions.node}. Run "npm ci" first: it brings a fitting Node along, which "npm start" then uses.`,
  )
  process.exit(1)
}
const { launch } = await import('./launch.ts').catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  console.error('Starbeat is not wholly installed: run "npm ci", without --omit=dev, and start it again.')
  process.exit(1)
})
await launch(process.argv.slice(2))
