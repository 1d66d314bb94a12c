import type { VerdictModel } from './decide.ts'
import type { FitModel } from './fit.ts'

/** All that is fitted to labelled answers. */
export type Model = { fit: FitModel; verdict: VerdictModel }

/** Fitted by `bench/coverage.ts`, which prints it. */
export const MODEL: Model = {
  fit: {
    share: 5.4,
    margin: 8.99,
    general: -0.8,
    length: 1.01,
    bias: -3.7,
  },
  verdict: {
    some: {
      weights: {
        facts: 2.3,
        factLost: 1.39,
        general: -0.42,
        told: 1.84,
        unfit: -2.15,
        said: 3.62,
        talk: -2.61,
        othersFit: -0.61,
        against: -7.45,
        room: 11.68,
      },
      bias: -2.62,
    },
    whole: {
      weights: {
        facts: 2.42,
        factLost: -1.51,
        general: 0.37,
        told: 1.09,
        unfit: -1.37,
        said: 4.76,
        talk: -3.71,
        othersFit: -1.56,
        against: -5.58,
        room: 8.02,
      },
      bias: -3.16,
    },
  },
}
