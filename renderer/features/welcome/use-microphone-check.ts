import { useCallback, useEffect, useRef, useState } from 'react'
import { meterShare } from '../../audio/level.ts'
import { type MicrophoneCheck, openMicrophoneCheck } from '../../audio/microphone-check.ts'
import { type ErrorText, explainError } from '../shared/error-text.ts'
import { useSettings } from '../shared/use-settings.ts'

/** Where the check of the microphone stands. */
export type CheckState =
  | { readonly state: 'closed' | 'opening' | 'listening' | 'recording' | 'playing' | 'heard' }
  | { readonly state: 'refused'; readonly error: ErrorText }

// A meter that falls slower than it rises can be read.
const FALL = 0.82

/** Opens the chosen microphone, tells its level (0-1), and plays two seconds back. `isAllowed` once one was opened. */
export function useMicrophoneCheck() {
  const microphoneId = useSettings()?.microphoneId ?? null
  const [step, setStep] = useState<CheckState>({ state: 'closed' })
  const [level, setLevel] = useState(0)
  const [isOpen, setOpen] = useState(false)
  const [isAllowed, setAllowed] = useState(false)
  const check = useRef<MicrophoneCheck | null>(null)

  useEffect(() => {
    if (!isOpen) return
    let isGone = false
    setStep({ state: 'opening' })
    const opening = openMicrophoneCheck(microphoneId, ({ peakDb }) => {
      if (!isGone) setLevel((now) => Math.max(meterShare(peakDb), now * FALL))
    })
    opening.then(
      (opened) => {
        if (isGone) return
        check.current = opened
        setAllowed(true)
        setStep({ state: 'listening' })
      },
      (error: unknown) => {
        if (isGone) return
        setOpen(false)
        setStep({ state: 'refused', error: explainError(error) })
      },
    )
    return () => {
      isGone = true
      check.current = null
      setLevel(0)
      opening.then(
        (opened) => opened.close(),
        () => {},
      )
    }
  }, [isOpen, microphoneId])

  const echo = useCallback(async () => {
    const opened = check.current
    if (!opened) return
    const show = (state: 'recording' | 'playing' | 'heard') => check.current === opened && setStep({ state })
    show('recording')
    const samples = await opened.record()
    show('playing')
    await opened.play(samples)
    show('heard')
  }, [])
  return { step, level, isAllowed, open: useCallback(() => setOpen(true), []), echo }
}
