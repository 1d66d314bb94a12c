import type { VerdictModel } from './decide.ts'
import type { FitModel } from './fit.ts'

/** All that is fitted to labelled answers. */
export type Model = { fit: FitModel; verdict: VerdictModel }

/** Fitted by `bench/coverage.ts`, which prints it. */
export const MODEL: Model = {
  fit: {
    share: 4.82,
    margin: 10,
    general: -0.81,
    length: 1.31,
    bias: -4.06,
  },
  verdict: {
    some: {
      weights: {
        facts: 2.01,
        factLost: 1.17,
        general: -0.28,
        told: 2.33,
        unfit: -2.11,
        said: 1.31,
        talk: -2.1,
        othersFit: -0.89,
        against: -9.47,
        room: 3.44,
      },
      bias: -0.92,
    },
    whole: {
      weights: {
        facts: 2.4,
        factLost: -1.23,
        general: 0.27,
        told: 1.17,
        unfit: -1.52,
        said: 2.62,
        talk: -3.05,
        othersFit: -1.29,
        against: -6.18,
        room: 2.61,
      },
      bias: -1.99,
    },
  },
}
