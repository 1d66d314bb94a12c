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
        facts: 1.91,
        factLost: 1.08,
        general: -0.26,
        told: 2.07,
        unfit: -2.12,
        said: 1.35,
        talk: -2.11,
        othersFit: -1.02,
        against: -9.69,
        room: 3.47,
      },
      bias: -0.97,
    },
    whole: {
      weights: {
        facts: 2.26,
        factLost: -1.36,
        general: 0.29,
        told: 1.01,
        unfit: -1.56,
        said: 2.65,
        talk: -3.03,
        othersFit: -1.49,
        against: -6.19,
        room: 2.66,
      },
      bias: -2.06,
    },
  },
}
