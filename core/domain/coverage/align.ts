/** How likely a clause goes on with the same point, and how much less likely each point further away is. */
const STAY = 0.5
const NEXT = 0.5
const FARTHER = 0.5
/** Going back is this much less likely than going on. */
const BACK = 0.15
/** How likely the next point is any point at all: some begin with the result. */
const ANYWHERE = 0.1
/** The share of clauses that state no point. */
const ASIDE = 0.3
/** Beyond this, log-odds say no more. */
const SURE = 8

/** How likely each point follows each other (row 0: the begin of the answer); rows add up to 1. */
function transitions(points: number): number[][] {
  return Array.from({ length: points + 1 }, (_, last) => {
    const row = Array.from({ length: points }, (_, point) => {
      const step = point + 1 - last
      if (step === 0) return STAY
      return step > 0 ? NEXT * FARTHER ** (step - 1) : BACK * NEXT * FARTHER ** (-step - 1)
    })
    const total = row.reduce((sum, value) => sum + value, 0)
    return row.map((value) => ((1 - ANYWHERE) * value) / total + ANYWHERE / points)
  })
}

const scaled = (values: readonly number[]) => {
  const total = values.reduce((sum, value) => sum + value, 0)
  return values.map((value) => value / total)
}

/**
 * The probability that each clause (second index) of an answer tells each point (first index), given the log-odds of
 * each by itself: a story is mostly told in its order, so that a clause whose words say little is placed by its
 * neighbours. Forward-backward algorithm (Rabiner 1989) over the point told last, with clauses that tell none.
 */
export function align(odds: readonly (readonly number[])[]): number[][] {
  const points = odds.length
  const clauses = odds[0]?.length ?? 0
  if (clauses === 0) return odds.map(() => [])
  const steps = transitions(points)
  const emission = odds.map((row) => row.map((value) => Math.exp(Math.min(SURE, Math.max(-SURE, value)))))
  /** Told by clause: index 0 to points - 1 the point it tells; beyond that, the point told last before an aside. */
  const forward: number[][] = []
  let last = [1, ...odds.map(() => 0)]
  for (let clause = 0; clause < clauses; clause++) {
    const told = emission.map(
      (row, point) =>
        (1 - ASIDE) * row[clause]! * last.reduce((sum, value, from) => sum + value * steps[from]![point]!, 0),
    )
    const state = scaled([...told, ...last.map((value) => ASIDE * value)])
    forward.push(state)
    last = Array.from({ length: points + 1 }, (_, at) => state[points + at]! + (at > 0 ? state[at - 1]! : 0))
  }
  const posterior = odds.map(() => Array.from({ length: clauses }, () => 0))
  let after = Array.from({ length: points + 1 }, () => 1)
  for (let clause = clauses - 1; clause >= 0; clause--) {
    const state = scaled(forward[clause]!.map((value, at) => value * after[at < points ? at + 1 : at - points]!))
    for (let point = 0; point < points; point++) posterior[point]![clause] = state[point]!
    const reached = emission.map((row, point) => row[clause]! * after[point + 1]!)
    after = scaled(
      steps.map(
        (row, from) =>
          ASIDE * after[from]! + (1 - ASIDE) * row.reduce((sum, value, point) => sum + value * reached[point]!, 0),
      ),
    )
  }
  return posterior
}
