import { describe, expect, it } from 'vitest'
import type { BankChanges, BankPreview } from '../../../../core/contract/banks.ts'
import { AppError } from '../../../../core/domain/errors.ts'
import { type AcceptAllDeps, acceptAll, type Ready } from '../../../../renderer/features/import/accept-all.ts'
import { heldText } from '../../../../renderer/features/import/round.ts'
import { bank } from './bank.ts'

const updatesOf = (bankId: string, removed: number): BankChanges => ({
  bankId,
  bankTitle: 'Stories',
  counts: { added: 1, changed: 0, kept: 0, removed },
  stories: [],
  points: [],
  removedStories: [],
})

const ready = (id: number, title: string, updates: BankChanges | null = null): Ready => ({
  document: { id, fileName: `many${id}.md`, bytes: new Uint8Array([id]), failure: null, state: 'waiting' },
  title,
  corrections: [],
  updates,
})

function setUp(options: { now?: BankChanges | null; waiting?(id: number): boolean } = {}) {
  const stored: Ready[] = []
  const seen: string[] = []
  let reread = 0
  let isStopped = false
  const deps: AcceptAllDeps = {
    isWaiting: options.waiting ?? (() => true),
    isStopped: () => isStopped,
    reread: async () => {
      reread += 1
      return { text: '', bank, corrections: [], updates: options.now ?? null } satisfies BankPreview
    },
    store: async (each) => void stored.push(each),
    report: (at, { fileName }) => void seen.push(`${at} ${fileName}`),
  }
  const ids = () => stored.map(({ document }) => document.id)
  return { deps, stored, seen, ids, rereads: () => reread, stop: () => (isStopped = true) }
}

describe('accepting all', () => {
  it('accepts each as it was shown and tells how far it is', async () => {
    const { deps, stored, seen, rereads } = setUp()
    const all = [ready(1, 'A'), ready(2, 'B', updatesOf('bank', 2))]
    expect(await acceptAll(all, deps)).toEqual({ done: 2, held: new Map() })
    expect(stored).toEqual(all)
    expect(seen).toEqual(['1 many1.md', '2 many2.md'])
    expect(rereads()).toBe(0)
  })

  it('leaves waiting what would now replace stories of one accepted before', async () => {
    const { deps, ids } = setUp({ now: updatesOf('new', 3) })
    const { done, held } = await acceptAll([ready(1, 'Stories'), ready(2, 'Stories'), ready(3, 'Other')], deps)
    expect(done).toBe(2)
    expect(ids()).toEqual([1, 3])
    expect([...held].map(([id, why]) => [id, heldText(why)])).toEqual([
      [2, 'Would replace 3 stories of “Stories”: look at it'],
    ])
  })

  it('accepts what nothing would be lost by, and what was shown to replace just that', async () => {
    const harmless = setUp({ now: updatesOf('new', 0) })
    expect((await acceptAll([ready(1, 'S'), ready(2, 'S')], harmless.deps)).done).toBe(2)
    const known = setUp({ now: updatesOf('bank', 1) })
    expect((await acceptAll([ready(1, 'S'), ready(2, 'S', updatesOf('bank', 1))], known.deps)).done).toBe(2)
  })

  it('stops before the next document', async () => {
    const { deps, ids, stop } = setUp()
    const store: AcceptAllDeps['store'] = async (each) => {
      await deps.store(each)
      stop()
    }
    expect((await acceptAll([ready(1, 'A'), ready(2, 'B')], { ...deps, store })).done).toBe(1)
    expect(ids()).toEqual([1])
  })

  it('overlooks what was skipped meanwhile', async () => {
    const { deps, ids } = setUp({ waiting: (id) => id !== 1 })
    await acceptAll([ready(1, 'A'), ready(2, 'B')], deps)
    expect(ids()).toEqual([2])
  })

  it('goes on when a bank is gone, and ends at any other failure', async () => {
    const { deps } = setUp()
    const failing = (code: 'not-found' | 'disk-full') =>
      acceptAll([ready(1, 'A', updatesOf('bank', 0))], {
        ...deps,
        store: () => Promise.reject(new AppError(code)),
      })
    expect(await failing('not-found')).toEqual({ done: 0, held: new Map([[1, { kind: 'bank-gone' }]]) })
    await expect(failing('disk-full')).rejects.toMatchObject({ code: 'disk-full' })
  })
})
