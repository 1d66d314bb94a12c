import { z } from 'zod'
import { ErrorCode } from '../domain/errors.ts'
import { Bytes, Id, method } from './method.ts'

/** How long this machine takes, from what was measured on it: milliseconds of work for one minute of steady speech. */
export const ModelSpeed = z.object({
  perMinuteMs: z.number().positive(),
  /** From the end of speaking to the last words, when everything before was heard while speaking. */
  tailMs: z.number().positive(),
  /** Fast enough to be heard while one speaks, with room to spare. */
  keepsUp: z.boolean(),
})
export type ModelSpeed = z.infer<typeof ModelSpeed>

/** A speech model on this machine. `borrowed`: used from where it lies (--model), not copied. */
export const ModelInfo = z.object({
  id: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  multilingual: z.boolean(),
  active: z.boolean(),
  borrowed: z.boolean(),
  /** Hears every answer once more, in the background, and replaces what the active model heard. */
  secondPass: z.boolean(),
  /** Is given the names of the story before it listens. */
  primed: z.boolean(),
  /** Null until it is known, and for models of a shape that is not in the catalogue. */
  speed: ModelSpeed.nullable(),
})
export type ModelInfo = z.infer<typeof ModelInfo>

/** A model that tells speech from other sound. */
export const VoiceActivityInfo = z.object({ id: z.string(), name: z.string(), sizeBytes: z.number() })
export type VoiceActivityInfo = z.infer<typeof VoiceActivityInfo>

/**
 * A download that is not over: under way, or stopped with its bytes kept. `failed` says why in `code`; going on begins
 * where it stopped.
 */
export const Download = z.object({
  state: z.enum(['waiting', 'running', 'checking', 'paused', 'failed']),
  receivedBytes: z.number().int().nonnegative(),
  jobId: z.string().nullable(),
  code: ErrorCode.nullable(),
})
export type Download = z.infer<typeof Download>

/** A model that can be downloaded. */
export const CatalogueModel = z.object({
  id: z.string(),
  kind: z.enum(['speech', 'voice-activity']),
  /** Models of a family differ in languages and quantisation only. */
  family: z.string(),
  name: z.string(),
  sizeBytes: z.number(),
  /** What the engine takes of the memory while it uses the model; null where it is next to nothing. */
  memoryBytes: z.number().nullable(),
  multilingual: z.boolean(),
  quantisation: z.string(),
  installed: z.boolean(),
  recommended: z.boolean(),
  /** False when this machine has too little memory for it. */
  fits: z.boolean(),
  speed: ModelSpeed.nullable(),
  download: Download.nullable(),
})
export type CatalogueModel = z.infer<typeof CatalogueModel>

/** What can be downloaded, what of it suits this machine, and whether that was measured. */
export const Catalogue = z.object({
  models: z.array(CatalogueModel),
  /** Milliseconds since 1970; null before the first measurement and after the engine has changed. */
  measuredAt: z.number().nullable(),
  measuring: z.object({ jobId: z.string() }).nullable(),
  /** The server that downloads come from. */
  host: z.string(),
})
export type Catalogue = z.infer<typeof Catalogue>

export const modelMethods = {
  'models.list': method({}, z.array(ModelInfo)),
  'models.voiceActivity': method({}, z.array(VoiceActivityInfo)),
  /** Opens a new model file; its bytes follow by `models.append`, and `models.finishAdd` checks it before it counts. */
  'models.beginAdd': method(
    { fileName: z.string().min(1).max(255), sizeBytes: z.number().int().positive() },
    z.object({ uploadId: z.string() }),
  ),
  'models.append': method({ uploadId: Id, sequence: z.number().int().nonnegative(), bytes: Bytes }),
  /**
   * Checks magic, size and that the engine loads it; a speech model is then the active one. Nothing changes on refusal.
   */
  'models.finishAdd': method({ uploadId: Id }, z.object({ modelId: z.string() })),
  'models.cancelAdd': method({ uploadId: Id }),
  'models.activate': method({ modelId: Id }),
  /** Null: what the active model heard stands. */
  'models.setSecondPass': method({ modelId: Id.nullable() }),
  'models.setPrimed': method({ modelId: Id, primed: z.boolean() }),
  'models.remove': method({ modelId: Id }),

  'models.catalogue': method({}, Catalogue),
  /** Begins a download, or goes on with one that stopped; answers at once. The only thing that uses the network. */
  'models.download': method({ catalogueId: Id }),
  /** Stops a download and keeps what arrived. */
  'models.pauseDownload': method({ catalogueId: Id }),
  /** Stops a download and deletes what arrived. */
  'models.discardDownload': method({ catalogueId: Id }),
  /** Measures this machine, as a job of ten to fifteen seconds; a measurement under way is answered instead. */
  'models.measure': method({}, z.object({ jobId: z.string() })),
}
