import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DecodingSettings } from '../../services/ports/speech.ts'
import type { GgmlHeader } from './ggml-file.ts'

/** Shows a model that learned from earlier text that this speaker's "um" is to be written down. */
export const HESITANT_PROMPT = 'Um, so, uh, well, you know, I mean, like, er, okay.'
/** whisper-server's own defaults (whisper.cpp 1.9.1, examples/server/server.cpp), and the hesitant prompt. */
const OFFICIAL: DecodingSettings = {
  maxContext: -1,
  beamSize: -1,
  bestOf: 2,
  temperatureStep: 0.2,
  prompt: HESITANT_PROMPT,
}
/** For models of another shape, which were hardly trained to continue earlier text: greedy, each window for itself. */
const UNOFFICIAL: DecodingSettings = { maxContext: 0, beamSize: 1, bestOf: 1, temperatureStep: 0, prompt: null }
const OFFICIAL_AUDIO_CONTEXT = 1500

const Description = z.object({
  maxContext: z.number().int().min(-1),
  beamSize: z.number().int().min(-1),
  bestOf: z.number().int().min(1),
  temperatureStep: z.number().min(0).max(1),
  prompt: z.string().max(300).nullable(),
})

/** How to decode with a model: what the description beside it says (`x.bin` has `x.json`), else what its shape suggests. */
export async function decodingSettings(modelPath: string, header: GgmlHeader): Promise<DecodingSettings> {
  const defaults = header.audioContext === OFFICIAL_AUDIO_CONTEXT ? OFFICIAL : UNOFFICIAL
  // A file of another name (an upload is `.part`) has no description; its own gigabytes are none.
  const descriptionPath = modelPath.replace(/\.bin$/i, '.json')
  if (descriptionPath === modelPath) return defaults
  const text = await readFile(descriptionPath, 'utf8').catch(() => null)
  if (text === null) return defaults
  try {
    const described = Description.partial().safeParse(JSON.parse(text))
    if (!described.success) return defaults
    const { maxContext, beamSize, bestOf, temperatureStep, prompt } = described.data
    return {
      maxContext: maxContext ?? defaults.maxContext,
      beamSize: beamSize ?? defaults.beamSize,
      bestOf: bestOf ?? defaults.bestOf,
      temperatureStep: temperatureStep ?? defaults.temperatureStep,
      prompt: prompt === undefined ? defaults.prompt : prompt,
    }
  } catch {
    return defaults
  }
}
