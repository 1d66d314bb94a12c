/** The numbers that decide how long a Whisper model takes: layers and width, the same in encoder and decoder here. */
export interface ModelShape {
  readonly width: number
  readonly heads: number
  readonly audioLayers: number
  readonly textLayers: number
}

/** The family's shapes (OpenAI, "Robust Speech Recognition via Large-Scale Weak Supervision", table 1; turbo: model card). */
export const SHAPES = {
  tiny: { width: 384, heads: 6, audioLayers: 4, textLayers: 4 },
  base: { width: 512, heads: 8, audioLayers: 6, textLayers: 6 },
  small: { width: 768, heads: 12, audioLayers: 12, textLayers: 12 },
  medium: { width: 1024, heads: 16, audioLayers: 24, textLayers: 24 },
  'large-v3-turbo': { width: 1280, heads: 20, audioLayers: 32, textLayers: 4 },
} as const satisfies Record<string, ModelShape>

export type Family = keyof typeof SHAPES

/** How the weights of a model file are kept: 16-bit floats, or blocks of 8 or 5 bits a weight. */
export type Quantisation = 'f16' | 'q8_0' | 'q5_1' | 'q5_0'
