import { expect, it } from 'vitest'
import { transcriptText } from '#domain/transcript'
import { ANSWER, isBuilt, jobEnded, record, withApp } from './app.ts'

if (!isBuilt) console.warn('skipped: the speech engine is not built, so nothing is heard a second time')

it.skipIf(!isBuilt)(
  'a second model hears an answer once more, stands back for the next recording, and keeps what was corrected',
  async () => {
    await withApp(['first.bin', 'second.bin'], async (session) => {
      const { client } = session
      await client.call('models.activate', { modelId: 'first.bin' })
      await client.call('models.setSecondPass', { modelId: 'second.bin' })
      const report = (attemptId: string) => client.call('attempts.report', { attemptId })

      const first = await record(session)
      await first.speak(ANSWER)
      const again = jobEnded(client, first.attemptId, 'second-pass')
      expect(await first.finish()).toBe('done')
      const heard = await report(first.attemptId)
      expect(heard.transcription).toMatchObject({ state: 'done', modelName: 'first' })
      const text = transcriptText(heard.words!)
      expect(text).toContain('45 minutes')
      await client.call('attempts.correct', { attemptId: first.attemptId, text: text.replace('45', '40') })

      const next = await record(session)
      await next.speak(ANSWER.subarray(0, 32 * 4000))
      expect((await report(first.attemptId)).transcription).toMatchObject({ modelName: 'first' })
      await next.finish()

      expect(await again).toBe('done')
      const better = await report(first.attemptId)
      expect(better.transcription).toEqual({ state: 'done', modelName: 'second', again: null })
      expect(better.corrected).toBe(true)
      expect(transcriptText(better.words!)).toContain('40 minutes')
    })
  },
  120_000,
)

it.skipIf(!isBuilt)(
  'a second pass that was cancelled can be asked for again',
  async () => {
    await withApp(['first.bin', 'second.bin'], async (session) => {
      const { client } = session
      await client.call('models.activate', { modelId: 'first.bin' })
      await client.call('models.setSecondPass', { modelId: 'second.bin' })
      const take = await record(session)
      await take.speak(ANSWER.subarray(0, 32 * 6000))
      const { attemptId } = take
      const cancelled = jobEnded(client, attemptId, 'second-pass')
      const stopListening = client.on('job.changed', (job) => {
        if (job.kind === 'second-pass' && job.state === 'waiting') void client.call('jobs.cancel', { jobId: job.id })
      })
      await take.finish()
      expect(await cancelled).toBe('cancelled')
      stopListening()
      const modelName = async () => (await client.call('attempts.report', { attemptId })).transcription
      expect(await modelName()).toMatchObject({ modelName: 'first', again: null })

      const again = jobEnded(client, attemptId, 'second-pass')
      await client.call('transcription.again', { attemptId })
      expect(await again).toBe('done')
      expect(await modelName()).toMatchObject({ modelName: 'second' })
    })
  },
  60_000,
)
