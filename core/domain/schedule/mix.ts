/**
 * The same items so that neighbours are of different groups wherever that is possible, else in their order: the first
 * one of another group than the last follows, or one of the group that would otherwise be left over at the end.
 */
export function mixed<T>(items: readonly T[], groupOf: (item: T) => string, before: string | null = null): T[] {
  const groups = Map.groupBy(items.entries(), ([, item]) => groupOf(item))
  const result: T[] = []
  let last = before
  for (let left = items.length; left > 0; left--) {
    const waiting = [...groups].filter(([, members]) => members.length > 0)
    const others = waiting.filter(([group]) => group !== last)
    const crowded = others.find(([, members]) => members.length > left / 2)
    const [group, members] =
      crowded ?? (others.length > 0 ? others : waiting).reduce((a, b) => (b[1][0]![0] < a[1][0]![0] ? b : a))
    result.push(members.shift()![1])
    last = group
  }
  return result
}
