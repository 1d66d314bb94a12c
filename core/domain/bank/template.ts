import type { Block } from './blocks.ts'
import { countWords, plain } from './inline.ts'
import type { Skeleton } from './skeleton.ts'
import { namesStory } from './titles.ts'
import type { Node } from './tree.ts'

const ANNOUNCES =
  /\b(?:templates?|format of|story format|answer format|fill in|structure of|how to (?:use|write|structure|answer)|what is (?:the )?star|star (?:method|technique|format|framework|structure|principle)|explained|guide(?:lines?)?|cheat ?sheet|vorlage|plantilla|modèle)\b/i
const PLACEHOLDER = /\[[^[\]]*\]|<[^<>]+>|_{3,}|\.{3,}|…|\bTODO\b|\bTBD\b|\bXX+\b|\{\{?[^{}]*\}?\}/g
const INSTRUCTS =
  /\b(?:describe|explain|what you|you (?:did|were|had|took|owned|need)|your|how you|set the scene|outline|context and|concrete steps|measurable outcomes)\b/i

/** Whether labelled blocks explain or prepare a story instead of telling one. */
export function looksLikeTemplate(node: Node, blocks: readonly Block[], skeleton: Skeleton): boolean {
  const firstLabel = blocks.findIndex((block) => skeleton.labels.has(block))
  const lead = [node.head, ...blocks.slice(Math.max(0, firstLabel - 1), firstLabel)].map((b) => plain(b?.text ?? ''))
  const parts = partTexts(blocks, skeleton)
  const told = parts.map((text) => countWords(text.replace(PLACEHOLDER, '')))
  const words = told.reduce((sum, n) => sum + n, 0)
  const mine = parts.join(' ').match(/\b(?:I|my|we|our|ich|wir|je|nous)\b/g)?.length ?? 0
  const bare = mine === 0 ? 3 : 1
  const empty = parts.filter((text, i) => told[i]! < bare || isMostlyPlaceholder(text)).length
  const instructing = parts.filter((text) => INSTRUCTS.test(text)).length
  if (empty * 2 >= parts.length) return words < 40
  if (
    mine > 2 ||
    (mine > 0 && instructing === 0 && !parts.some(isMostlyPlaceholder)) ||
    (node.head && namesStory(node.head.text))
  )
    return false
  return lead.some((text) => ANNOUNCES.test(text)) || (instructing * 2 > parts.length && mine === 0)
}

function isMostlyPlaceholder(text: string): boolean {
  const held = (text.match(PLACEHOLDER) ?? []).join('').length
  return held * 2 > text.length
}

function partTexts(blocks: readonly Block[], skeleton: Skeleton): string[] {
  const parts: string[] = []
  for (const block of blocks) {
    const label = skeleton.labels.get(block)
    if (label) parts.push(plain(label.rest))
    else if (parts.length > 0) parts.push(`${parts.pop()} ${plain(block.text)}`)
  }
  return parts
}
