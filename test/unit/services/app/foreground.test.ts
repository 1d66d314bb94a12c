import { describe, expect, it } from 'vitest'
import { createForeground } from '../../../../electron/services/app/foreground.ts'

const never = () => new AbortController().signal

describe('the foreground', () => {
  it('is free until something begins, and when all of it has ended', async () => {
    const foreground = createForeground()
    await foreground.whenFree(never())
    const [leaveFirst, leaveSecond] = [foreground.enter(), foreground.enter()]
    let isFree = false
    const waiting = foreground.whenFree(never()).then(() => (isFree = true))
    leaveFirst()
    leaveFirst()
    await new Promise(setImmediate)
    expect(isFree).toBe(false)
    leaveSecond()
    await waiting
  })

  it('is not free when something new began before who waited could go on', async () => {
    const foreground = createForeground()
    const leave = foreground.enter()
    let isFree = false
    void foreground.whenFree(never()).then(() => (isFree = true))
    leave()
    const leaveAgain = foreground.enter()
    await new Promise(setImmediate)
    expect(isFree).toBe(false)
    leaveAgain()
    await expect.poll(() => isFree).toBe(true)
  })

  it('stops waiting when it is told to', async () => {
    const foreground = createForeground()
    foreground.enter()
    const abort = new AbortController()
    const waiting = foreground.whenFree(abort.signal)
    abort.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await expect(foreground.whenFree(abort.signal)).rejects.toThrow('enough')
  })

  it('tells what stands back that something begins', () => {
    const foreground = createForeground()
    let told = 0
    const close = foreground.onTaken(() => told++)
    foreground.enter()
    foreground.enter()
    close()
    foreground.enter()
    expect(told).toBe(2)
  })
})
