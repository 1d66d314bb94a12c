import type { VerdictModel } from './decide.ts'
import type { FitModel } from './fit.ts'

/** All that is fitted to labelled answers. */
export type Model = { fit: FitModel; verdict: VerdictModel }

/** Fitted by `bench/coverage.ts`, which prints it. */
export const MODEL: Model = {
  fit: {
    share: 4.94,
    margin: 10.33,
    general: -0.77,
    length: 1.25,
    bias: -4.02,
  },
  verdict: {
    some: {
      weights: {
        facts: 1.99,
        factLost: 1.15,
        general: -0.26,
        told: 2.21,
        unfit: -2.13,
        said: 1.3,
        talk: -2.08,
        othersFit: -1,
        against: -9.09,
        room: 3.49,
      },
      bias: -0.96,
    },
    whole: {
      weights: {
        facts: 2.37,
        factLost: -1.3,
        general: 0.29,
        told: 1.08,
        unfit: -1.57,
        said: 2.6,
        talk: -2.98,
        othersFit: -1.5,
        against: -5.98,
        room: 2.67,
      },
      bias: -2.03,
    },
  },
}
