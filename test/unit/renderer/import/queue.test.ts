import { describe, expect, it } from 'vitest'
import {
  choose,
  EMPTY_QUEUE,
  enqueue,
  foldersOf,
  type NewDocument,
  remove,
  settle,
  waitingIn,
} from '../../../../renderer/features/import/queue.ts'

const named = (fileName: string): NewDocument => ({ fileName, bytes: new Uint8Array([1]), failure: null })
const three = enqueue(EMPTY_QUEUE, ['a.md', 'b.md', 'c.md'].map(named))
const [a, b, c] = three.documents.map(({ id }) => id) as [number, number, number]

describe('the queue', () => {
  it('shows the first document and keeps it in view when others come', () => {
    expect(three.currentId).toBe(a)
    expect(enqueue(three, [named('d.md')])).toMatchObject({ currentId: a, documents: { length: 4 } })
  })

  it('goes on to the next document that waits, then to those before', () => {
    const onLast = choose(three, c)
    expect(settle(three, a, 'accepted').currentId).toBe(b)
    expect(settle(onLast, c, 'skipped').currentId).toBe(a)
  })

  it('lets go of the bytes of what was accepted, not of what was skipped', () => {
    const { documents } = settle(settle(three, a, 'accepted'), b, 'skipped')
    expect(documents.map(({ bytes }) => bytes.length)).toEqual([0, 1, 1])
  })

  it('stays where it is when another document ends', () => {
    expect(settle(three, b, 'accepted').currentId).toBe(a)
    expect(remove(three, b).currentId).toBe(a)
  })

  it('makes a skipped document wait again when it is chosen', () => {
    const skipped = settle(three, a, 'skipped')
    expect(waitingIn(skipped).map(({ id }) => id)).toEqual([b, c])
    expect(waitingIn(choose(skipped, a))).toHaveLength(3)
  })

  it('begins a new round when nothing waits any more, with new ids', () => {
    const over = [a, b, c].reduce((queue, id) => settle(queue, id, 'accepted'), three)
    expect(over.currentId).toBeNull()
    const { documents, currentId } = enqueue(over, [named('d.md')])
    expect(documents).toHaveLength(1)
    expect(currentId).toBeGreaterThan(c)
  })

  it('takes a document out altogether', () => {
    expect(remove(three, a)).toMatchObject({ currentId: b, documents: { length: 2 } })
    expect(remove(enqueue(EMPTY_QUEUE, [named('a.md')]), 1).currentId).toBeNull()
  })

  it('queues the same document once and brings it into view', () => {
    expect(enqueue(EMPTY_QUEUE, [named('a.md'), named('a.md')]).documents).toHaveLength(1)
    const again = enqueue(settle(three, b, 'skipped'), [named('b.md')])
    expect(again).toMatchObject({ currentId: b, documents: { length: 3 } })
    expect(waitingIn(again)).toHaveLength(3)
    const edited = { ...named('b.md'), bytes: new Uint8Array([2]) }
    expect(enqueue(three, [edited]).documents).toHaveLength(4)
  })

  it('tells documents of the same name apart by their folder', () => {
    const bytes = (byte: number) => new Uint8Array([byte])
    const { documents } = enqueue(EMPTY_QUEUE, [
      { ...named('a.md'), folder: 'one', bytes: bytes(1) },
      { ...named('a.md'), folder: 'two', bytes: bytes(2) },
      { ...named('b.md'), folder: 'two' },
    ])
    expect([...foldersOf(documents).values()]).toEqual(['one', 'two'])
  })
})
