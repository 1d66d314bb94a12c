import type { VerdictModel } from './decide.ts'
import type { FitModel } from './fit.ts'

/** All that is fitted to labelled answers. */
export type Model = { fit: FitModel; verdict: VerdictModel }

/** Fitted by `bench/coverage.ts`, which prints it. */
export const MODEL: Model = {
  fit: {
    share: 4.17,
    margin: 10.07,
    general: -0.8,
    length: 1.31,
    bias: -4.04,
  },
  verdict: {
    some: {
      weights: {
        facts: 1.93,
        factLost: 1.02,
        general: -0.27,
        told: 1.99,
        unfit: -2.23,
        said: 1.14,
        talk: -2.12,
        othersFit: -0.9,
        against: -9.63,
        room: 3.46,
      },
      bias: -0.84,
    },
    whole: {
      weights: {
        facts: 2.24,
        factLost: -1.5,
        general: 0.26,
        told: 1,
        unfit: -1.72,
        said: 2.11,
        talk: -2.99,
        othersFit: -1.21,
        against: -6.46,
        room: 2.49,
      },
      bias: -1.82,
    },
  },
}
