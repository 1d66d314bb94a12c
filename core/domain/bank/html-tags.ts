// What nobody closes does not nest: it is void, or the next of its kind closes it.
const NEVER_NESTS =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|p|li|dt|dd|t[dhr]|tbody|thead|tfoot|option|html|head|body)$/
const FOREIGN = /^(?:svg|math)$/
const INLINE = /^(?:a|abbr|b|code|del|em|font|i|ins|kbd|mark|s|small|span|strong|sub|sup|u)$/
const UNSHOWN = /^(?:script|style|title|template)$/

interface Tag {
  name: string
  closes: boolean
  from: number
  to: number
}

/** The tags and comments of a piece of HTML, in one pass; a comment is a tag called `!`. */
function* tagsIn(html: string): Generator<Tag> {
  const opening = /<(?:(\/?)([a-z][^\s/>]*)|!--)/gi
  for (let match = opening.exec(html); match; match = opening.exec(html)) {
    const end = match[2] ? '>' : '-->'
    const at = html.indexOf(end, opening.lastIndex)
    if (at < 0) return
    opening.lastIndex = at + end.length
    yield { name: match[2]?.toLowerCase() ?? '!', closes: match[1] === '/', from: match.index, to: opening.lastIndex }
  }
}

/** Whether more than `limit` elements are open at once somewhere in a piece of HTML. */
export function nestsDeeper(html: string, limit: number): boolean {
  const open = new Map<string, number>()
  let depth = 0
  let foreign = false
  for (const { name, closes } of tagsIn(html)) {
    foreign ||= FOREIGN.test(name)
    if (name === '!' || (!foreign && NEVER_NESTS.test(name))) continue
    const count = open.get(name) ?? 0
    if (closes && count === 0) continue
    open.set(name, closes ? count - 1 : count + 1)
    depth += closes ? -1 : 1
    if (depth > limit) return true
  }
  return false
}

/** The words of a piece of HTML without its tags, which end lines where they end blocks. */
export function withoutTags(html: string): string {
  let text = ''
  let from = 0
  let unshown: string | null = null
  for (const tag of tagsIn(html)) {
    if (unshown !== null && !(tag.closes && tag.name === unshown)) continue
    if (unshown === null) text += html.slice(from, tag.from)
    if (!INLINE.test(tag.name)) text += '\n'
    unshown = !tag.closes && UNSHOWN.test(tag.name) ? tag.name : null
    from = tag.to
  }
  const rest = unshown === null ? html.slice(from) : ''
  return `${text}${rest}`.replace(/\s*\n\s*/g, '\n\n').trim()
}
