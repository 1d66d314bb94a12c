// Upper halves of the code pages, from 0x80 on, as their decoders show them.
const MAC_ROMAN =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\uf8ffÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'
const WINDOWS_1252 =
  '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ' +
  Array.from({ length: 96 }, (_, i) => String.fromCharCode(0xa0 + i)).join('')

const EMOJI_SECOND_BYTE = 0x9f

interface Page {
  byteOf: ReadonlyMap<string, number>
  /** A lead byte and its continuation bytes, as the page shows them. */
  sequence: RegExp
}

function page(upperHalf: string): Page {
  const chars = [...upperHalf]
  const span = (from: number, to: number) =>
    chars
      .slice(from - 0x80, to - 0x80 + 1)
      .map((c) => `\\u{${c.codePointAt(0)!.toString(16)}}`)
      .join('')
  const more = `[${span(0x80, 0xbf)}]`
  const emoji = chars[EMOJI_SECOND_BYTE - 0x80]!
  return {
    byteOf: new Map(chars.map((c, i) => [c, 0x80 + i])),
    sequence: new RegExp(
      `[${span(0xc2, 0xdf)}]${more}|[${span(0xe0, 0xef)}]${more}{2}|[${span(0xf0, 0xf4)}]${more}{3}|${emoji}${more}{2}`,
      'gu',
    ),
  }
}

const PAGES = [page(MAC_ROMAN), page(WINDOWS_1252)]

// What people really have in their notes: accents, punctuation, arrows, symbols, emoji, other scripts.
// Control characters and rare blocks would mean that the two letters were meant.
const PLAUSIBLE =
  /^[\u00a0-\u017f\u0391-\u03c9\u0401\u0410-\u044f\u0451\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u27bf\u2900-\u2bff\u3000-\u30ff\u4e00-\u9fff\p{VS}\uff00-\uff5e\u{1f000}-\u{1faff}]$/u
// A dash before "é" looks like one Cyrillic letter; a text in Cyrillic has many.
const TWO_BYTE_SCRIPT = /[\u0391-\u03c9\u0401-\u0451]/
const ENOUGH_OF_A_SCRIPT = 8

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decodeSequence(seen: string, byteOf: ReadonlyMap<string, number>): string | null {
  try {
    const bytes = Array.from(seen, (c) => byteOf.get(c)!)
    // Mac Roman shows the first byte of an emoji as the Apple sign, which many programs drop.
    const text = utf8.decode(Uint8Array.from(bytes[0] === EMOJI_SECOND_BYTE ? [0xf0, ...bytes] : bytes))
    return PLAUSIBLE.test(text) ? text : null
  } catch {
    return null
  }
}

// Two-letter sequences such as "Ã©" do occur by chance ("SÃO" in capitals does not), so a page is
// believed only when it explains nearly all of its suspicious characters.
function repairWith(text: string, { byteOf, sequence }: Page): { text: string; score: number } {
  let hits = 0
  let weight = 0
  let failures = 0
  let foreign = 0
  const repaired = text.replace(sequence, (seen) => {
    const meant = decodeSequence(seen, byteOf)
    if (meant === null) {
      failures++
      return seen
    }
    hits++
    weight += [...seen].length - 1
    if (TWO_BYTE_SCRIPT.test(meant)) foreign++
    return meant
  })
  const script = foreign === 0 || foreign >= ENOUGH_OF_A_SCRIPT
  const sure = script && hits > 0 && failures <= hits / 10 && (weight >= 2 || text.length < 200)
  return sure ? { text: repaired, score: weight } : { text, score: 0 }
}

/** Undoes UTF-8 that was read as Mac Roman or Windows-1252, only when it surely was; lines stay where they are. */
export function repairMojibake(text: string): { text: string; repaired: boolean } {
  const [best] = PAGES.map((candidate) => repairWith(text, candidate)).sort((a, b) => b.score - a.score)
  return best && best.score > 0 ? { text: best.text, repaired: true } : { text, repaired: false }
}
