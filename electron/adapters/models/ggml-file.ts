import { AppError } from '#domain/errors'
import { type GgmlReader, MAGIC, readModelFile, walkTensors } from './ggml-reader.ts'

/** What the head of a whisper.cpp model file says about it. */
export interface GgmlHeader {
  readonly vocabulary: number
  /** Positions of the audio window; 1500 (30 s) in every official model. */
  readonly audioContext: number
  readonly audioLayers: number
  readonly textLayers: number
}

/** What the head of a voice-activity model says: Silero's, as whisper.cpp keeps it. */
export interface VoiceActivityHeader {
  readonly version: string
}

export type ModelHead =
  | { readonly kind: 'speech'; readonly header: GgmlHeader }
  | { readonly kind: 'voice-activity'; readonly header: VoiceActivityHeader }

const HEAD_FIELDS = 11
/** The name that stands behind the magic of a voice-activity model (models/convert-silero-vad-to-ggml.py). */
const VOICE_ACTIVITY = 'silero-16k'

/** Reads the head of a model file. Throws `model-not-ggml` for any other file. */
export const readModelHead = (path: string): Promise<ModelHead> => readModelFile(path, modelHead)

/**
 * Walks through a model file to its end without reading its weights. Throws `model-not-ggml` for any other file and
 * `model-truncated` for one that ends early or lacks tensors (layout: whisper.cpp, whisper_model_load and
 * whisper_vad_init_with_params).
 */
export function checkModelFile(path: string): Promise<ModelHead> {
  return readModelFile(path, async (reader) => {
    const head = await modelHead(reader)
    if (head.kind === 'speech') await skipFiltersAndVocabulary(reader)
    const layers = head.kind === 'speech' ? 0 : await skipVoiceActivityNumbers(reader)
    await walkTensors(reader, head.kind === 'speech' ? speechTensors(head.header) : 2 * layers + 7)
    return head
  })
}

/** Like `checkModelFile`; also throws `model-not-ggml` for a model that writes no words. */
export async function checkGgmlFile(path: string): Promise<GgmlHeader> {
  const head = await checkModelFile(path)
  if (head.kind !== 'speech') throw new AppError('model-not-ggml')
  return head.header
}

/** Tensors of a Whisper model: 11 of their own, 15 per encoder layer, 24 per decoder layer. */
const speechTensors = (head: GgmlHeader): number => 11 + 15 * head.audioLayers + 24 * head.textLayers

async function modelHead(reader: GgmlReader): Promise<ModelHead> {
  const start = await reader.take(8).catch(() => null)
  if (start?.getUint32(0, true) !== MAGIC) throw new AppError('model-not-ggml')
  const first = start.getInt32(4, true)
  if (first === VOICE_ACTIVITY.length) return { kind: 'voice-activity', header: await voiceActivityHead(reader) }
  const rest = await reader.take(4 * (HEAD_FIELDS - 1)).catch(() => null)
  if (!rest) throw new AppError('model-not-ggml')
  const field = (index: number) => rest.getInt32(4 * (index - 1), true)
  const header = { vocabulary: first, audioContext: field(1), audioLayers: field(4), textLayers: field(8) }
  const sane = Object.values(header).every((value) => value > 0)
  if (!sane || header.audioLayers > 1000 || header.textLayers > 1000) throw new AppError('model-not-ggml')
  return { kind: 'speech', header }
}

async function voiceActivityHead(reader: GgmlReader): Promise<VoiceActivityHeader> {
  const bytes = await reader.take(VOICE_ACTIVITY.length + 12).catch(() => null)
  const name = bytes && new TextDecoder().decode(new Uint8Array(bytes.buffer, bytes.byteOffset, VOICE_ACTIVITY.length))
  if (!bytes || name !== VOICE_ACTIVITY) throw new AppError('model-not-ggml')
  const part = (index: number) => bytes.getInt32(VOICE_ACTIVITY.length + 4 * index, true)
  return { version: `${part(0)}.${part(1)}.${part(2)}` }
}

async function skipFiltersAndVocabulary(reader: GgmlReader): Promise<void> {
  const filters = await reader.take(8)
  reader.skip(4 * filters.getInt32(0, true) * filters.getInt32(4, true))
  const words = (await reader.take(4)).getInt32(0, true)
  if (words < 0 || words > 1_000_000) throw new AppError('model-not-ggml')
  for (let i = 0; i < words; i++) reader.skip((await reader.take(4)).getUint32(0, true))
}

/** Answers how many encoder layers there are; behind them stand the sizes of what follows. */
async function skipVoiceActivityNumbers(reader: GgmlReader): Promise<number> {
  const [windowAndContext, perLayer, lstmAndFinal] = [8, 12, 16]
  reader.skip(windowAndContext)
  const layers = (await reader.take(4)).getInt32(0, true)
  if (layers < 1 || layers > 100) throw new AppError('model-not-ggml')
  reader.skip(perLayer * layers + lstmAndFinal)
  return layers
}
