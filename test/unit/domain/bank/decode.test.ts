import { expect, test } from 'vitest'
import { decodeSource, MAX_BANK_BYTES } from '#domain/bank/decode'
import { errorCode } from '#domain/errors'

const utf8 = (text: string) => new TextEncoder().encode(text)
const codeOf = (read: () => unknown) => {
  try {
    read()
    return null
  } catch (error) {
    return errorCode(error)
  }
}

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2 + 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, littleEndian)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), littleEndian)
  return bytes
}

test.each([
  ['UTF-8', utf8('Café → 🔥\r\nüber'), 'Café → 🔥\r\nüber'],
  ['UTF-8 with BOM', utf8('\ufeffCafé'), 'Café'],
  ['UTF-16 LE', utf16('Café', true), 'Café'],
  ['UTF-16 BE', utf16('Café', false), 'Café'],
  ['Windows-1252', Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20, 0x97, 0x20, 0x80), 'Café — €'],
  ['a stray NUL', utf8(`${'Situation: fine. '.repeat(40)}\0`), 'Situation: fine. '.repeat(40)],
])('reads %s', (_, bytes, text) => {
  expect(decodeSource(bytes)).toEqual({ text, repaired: false })
})

test.each([
  ['Mac Roman', '\uf8ffüî• Speed: 6 hours ‚Üí 12 minutes', '🔥 Speed: 6 hours → 12 minutes'],
  ['Mac Roman without the Apple sign', 'üî• Speed ‚Üí 12', '🔥 Speed → 12'],
  ['Windows-1252', 'Donâ€™t stop â€“ the cafÃ© opens', 'Don’t stop – the café opens'],
])('repairs UTF-8 read as %s', (_, broken, whole) => {
  expect(decodeSource(utf8(broken))).toEqual({ text: whole, repaired: true })
})

test.each([
  ['São Paulo, Ürün, ¿Qué?'],
  ['«Été» – naïve £5'],
  ['“État” “Über” —été'],
  ['Ação e reação'],
  ['日本語 №5'],
  ['SÃO PAULO Â'],
])('leaves %s alone', (text) => {
  expect(decodeSource(utf8(text))).toEqual({ text, repaired: false })
})

test('refuses what is no text, or too much of it', () => {
  expect(codeOf(() => decodeSource(Uint8Array.from({ length: 4000 }, (_, i) => i % 7)))).toBe('not-text')
  expect(codeOf(() => decodeSource(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d)))).toBe(
    'not-text',
  )
  expect(codeOf(() => decodeSource(new Uint8Array(MAX_BANK_BYTES + 1)))).toBe('bank-too-large')
})
