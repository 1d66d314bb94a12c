import { expect, it } from 'vitest'
import { fileUrl, MirrorUrl, readMirror } from '#domain/models/mirror'

it.each([
  ['https://models.example', 'https://models.example'],
  ['  https://models.example/  ', 'https://models.example'],
  ['HTTP://Models.Example:8080/whisper//', 'http://models.example:8080/whisper'],
  ['http://127.0.0.1:9000', 'http://127.0.0.1:9000'],
  ['ftp://models.example', null],
  ['file:///etc', null],
  ['models.example', null],
  ['https://', null],
  ['https://user:secret@models.example', null],
  ['https://models.example/?key=1', null],
  ['https://models.example/#a', null],
  ['javascript:alert(1)', null],
  ['', null],
])('reads %j as %j', (text, address) => expect(readMirror(text)).toBe(address))

it('refuses an address that is longer than it could store, also once it is written out', () => {
  const longest = `https://models.example/${'a'.repeat(477)}`
  expect([
    readMirror(longest),
    readMirror(`${longest}a`),
    readMirror(`https://models.example/${'é'.repeat(200)}`),
  ]).toEqual([longest, null, null])
})

it('stores an address only in the form that it is read in', () => {
  expect(MirrorUrl.safeParse('https://models.example').success).toBe(true)
  expect(MirrorUrl.safeParse('https://models.example/').success).toBe(false)
})

it('keeps the paths of the official host', () => {
  expect(fileUrl(null, 'ggerganov/whisper.cpp', 'ggml-tiny.bin')).toBe(
    'https://huggingface.co/ggerganov/whisper.cpp/resolve/main/ggml-tiny.bin',
  )
  expect(fileUrl('http://here:1/m', 'a/b', 'c.bin')).toBe('http://here:1/m/a/b/resolve/main/c.bin')
})
