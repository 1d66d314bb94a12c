import type { VerdictModel } from './decide.ts'
import type { FitModel } from './fit.ts'

/** All that is fitted to labelled answers. */
export type Model = { fit: FitModel; verdict: VerdictModel }

/** Fitted by `bench/coverage.ts`, which prints it. */
export const MODEL: Model = {
  fit: {
    share: 4.93,
    margin: 10.33,
    general: -0.77,
    length: 1.25,
    bias: -4.02,
  },
  verdict: {
    some: {
      weights: {
        facts: 1.96,
        factLost: 1.14,
        general: -0.26,
        told: 2.24,
        unfit: -2.13,
        said: 1.31,
        talk: -2.06,
        othersFit: -1,
        against: -9.33,
        room: 3.49,
      },
      bias: -0.95,
    },
    whole: {
      weights: {
        facts: 2.4,
        factLost: -1.26,
        general: 0.31,
        told: 1.08,
        unfit: -1.57,
        said: 2.62,
        talk: -2.97,
        othersFit: -1.5,
        against: -6.11,
        room: 2.68,
      },
      bias: -2.03,
    },
  },
}
