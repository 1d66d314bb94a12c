import { buildEngine } from './build.ts'

const portable = process.argv.includes('--portable')
let shown = -1
const outcome = await buildEngine({
  portable,
  report(fraction) {
    const percent = Math.floor(fraction * 10) * 10
    if (percent <= shown) return
    shown = percent
    console.log(`Building the speech engine: ${percent} %`)
  },
})

if (outcome.kind === 'present') console.log(`The speech engine (whisper.cpp ${outcome.version}) is already built.`)
if (outcome.kind === 'built') console.log(`Built whisper.cpp ${outcome.version} in ${outcome.seconds} s.`)
if (outcome.kind === 'failed') {
  console.error(`The speech engine could not be built; Starbeat runs on without transcription.\n${outcome.reason}`)
  process.exitCode = 1
}
