import type { BankSummary } from '#contract/banks'

/** The ids of the sections and banks that an interview leaves out; a bank's id stands for its questions without a section. */
export type LeftOut = ReadonlySet<string>

export const NOTHING: LeftOut = new Set()

/** Something that an interview can ask about: a section with questions, or a bank's questions without a section. */
export interface Topic {
  readonly id: string
  readonly title: string
  readonly count: number
}

/** What can be chosen of a bank. Questions without a section are asked whenever the bank is chosen whole. */
export function topicsOf({ sections, questions }: BankSummary): Topic[] {
  return sections
    .map(({ id, title }) => ({ id, title, count: questions.filter(({ sectionId }) => sectionId === id).length }))
    .filter(({ count }) => count > 0)
}

/** True when nothing of a bank is left out. */
export const isWhole = (bank: BankSummary, leftOut: LeftOut): boolean =>
  !leftOut.has(bank.id) && topicsOf(bank).every(({ id }) => !leftOut.has(id))

/** What is asked, as a setup names it; null when nothing is left. Nothing left out is everything. */
export function chosen(banks: readonly BankSummary[], leftOut: LeftOut) {
  if (banks.every((bank) => isWhole(bank, leftOut))) return { bankIds: [], sectionIds: [] }
  const whole = banks.filter((bank) => isWhole(bank, leftOut))
  const parts = banks.filter((bank) => !whole.includes(bank)).flatMap(topicsOf)
  const sectionIds = parts.filter(({ id }) => !leftOut.has(id)).map(({ id }) => id)
  return whole.length + sectionIds.length > 0 ? { bankIds: whole.map(({ id }) => id), sectionIds } : null
}

/** How many questions are left to ask. */
export function askable(banks: readonly BankSummary[], leftOut: LeftOut): number {
  const counts = banks.map((bank) =>
    isWhole(bank, leftOut)
      ? bank.questions.length
      : topicsOf(bank).reduce((sum, { id, count }) => sum + (leftOut.has(id) ? 0 : count), 0),
  )
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Takes a bank with all its sections in or out. */
export function toggleBank(bank: BankSummary, leftOut: LeftOut): LeftOut {
  const ids = [bank.id, ...topicsOf(bank).map(({ id }) => id)]
  const next = new Set(leftOut)
  for (const id of ids) if (isWhole(bank, leftOut)) next.add(id)
  if (!isWhole(bank, leftOut)) for (const id of ids) next.delete(id)
  return next
}

/** Takes a section in or out; with its last one a bank is whole again. */
export function toggleSection(bank: BankSummary, sectionId: string, leftOut: LeftOut): LeftOut {
  const next = new Set(leftOut)
  if (!next.delete(sectionId)) next.add(sectionId)
  if (topicsOf(bank).every(({ id }) => !next.has(id))) next.delete(bank.id)
  return next
}
