import type { Fact } from '../story.ts'
export function findFacts(_text: string): Fact[] { return [] }
