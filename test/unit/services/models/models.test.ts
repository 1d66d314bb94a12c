import { beforeEach, describe, expect, it } from 'vitest'
import { createEventHub } from '../../../../electron/services/app/events.ts'
import { createJobs } from '../../../../electron/services/app/jobs.ts'
import { createModelUploads, type ModelUploads } from '../../../../electron/services/models/model-uploads.ts'
import { createModels, type Models } from '../../../../electron/services/models/models.ts'
import type { CheckedModel, ModelStore, ModelUpload } from '../../../../electron/services/ports/model.ts'
import type { SpeechEngine, SpeechModel } from '../../../../electron/services/ports/speech.ts'
import { ids } from '../fakes.ts'

const model = (id: string, prompt: string | null = null, borrowed = false) =>
  ({ id, name: id, borrowed, decoding: { prompt } }) as SpeechModel
const detector = { id: 'silero-v6.bin', name: 'silero-v6', path: '/models/silero-v6.bin', sizeBytes: 885_098 }

let installed: SpeechModel[]
let detectors: (typeof detector)[]
let arriving: CheckedModel
let settings: Record<string, unknown>
let tryModel: () => Promise<void>
let abandoned: number
let told: string[]
let models: Models
let uploads: ModelUploads
beforeEach(() => {
  installed = [model('old.bin')]
  detectors = []
  arriving = { kind: 'speech', model: model('new.bin') }
  settings = { activeModelId: 'old.bin' }
  tryModel = async () => {}
  abandoned = 0
  told = []
  const upload: ModelUpload = {
    append: async () => {},
    check: async () => arriving,
    async install() {
      if (arriving.kind === 'speech') installed.push(arriving.model)
      else detectors.push({ ...detector, ...arriving.model })
      return arriving
    },
    abandon: async () => void abandoned++,
  }
  const store = {
    list: async () => installed,
    voiceActivity: async () => detectors,
    inspect: async () => model('file:lent.bin', null, true),
    receive: async () => upload,
    async remove(id: string) {
      installed = installed.filter((one) => one.id !== id)
    },
  } as unknown as ModelStore
  const events = createEventHub()
  events.subscribe((name) => told.push(name))
  models = createModels({
    store,
    settings: { all: () => settings, set: (entries) => void Object.assign(settings, entries) },
    engine: { tryModel: () => tryModel() } as unknown as SpeechEngine,
    events,
  })
  const jobs = createJobs({ events, newId: ids('job'), logError: () => {} })
  uploads = createModelUploads({ store, models, jobs, newId: ids('upload') })
})

const add = async () => uploads.finish((await uploads.begin('new.bin', 1)).uploadId)
const activeId = async () => (await models.active())?.id
const code = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error) => error.code,
  )

describe('the active model', () => {
  it('is one that was added, also in place of a borrowed one', async () => {
    await models.borrow('/somewhere/lent.bin')
    expect(await activeId()).toBe('file:lent.bin')
    await add()
    expect([await activeId(), settings.activeModelId]).toEqual(['new.bin', 'new.bin'])
  })

  it('stays when the engine refuses a model', async () => {
    tryModel = () => Promise.reject(new Error('no'))
    await expect(add()).rejects.toThrow()
    expect([await activeId(), installed.length, abandoned]).toEqual(['old.bin', 1, 1])
  })

  it('that is borrowed is not remembered beyond this run', async () => {
    await models.borrow('/somewhere/lent.bin')
    await models.activate('file:lent.bin')
    expect(settings.activeModelId).toBe('old.bin')
  })

  it('is only ever one that is there', async () => {
    expect(await code(models.activate('gone.bin'))).toBe('not-found')
    settings = { activeModelId: 'gone.bin' }
    expect(await activeId()).toBe('old.bin')
    installed = []
    expect(await models.active()).toBeNull()
  })
})

it('takes a model that was removed and comes back for a new one, for which nothing was chosen', async () => {
  installed = [model('large.bin'), model('old.bin'), model('tiny.bin')]
  await models.setSecondPass('large.bin')
  await models.remove('old.bin')
  await models.remove('large.bin')
  installed.unshift(model('large.bin'))
  installed.push(model('old.bin'))
  await models.activate('tiny.bin')
  expect([await activeId(), await models.thorough()]).toEqual(['tiny.bin', null])
  settings = { activeModelId: 'old.bin' }
  await models.remove('old.bin')
  installed.push(model('old.bin'))
  expect(await activeId()).toBe('large.bin')
})

describe('the second pass', () => {
  beforeEach(() => void installed.push(model('large.bin', 'Um,')))

  it('is off at first, and made by the chosen model', async () => {
    expect(await models.thorough()).toBeNull()
    await models.setSecondPass('large.bin')
    expect((await models.thorough())?.id).toBe('large.bin')
    expect((await models.list(() => null)).map(({ id, active, secondPass }) => [id, active, secondPass])).toEqual([
      ['old.bin', true, false],
      ['large.bin', false, true],
    ])
    await models.setSecondPass(null)
    expect(await models.thorough()).toBeNull()
  })

  it('is off while its model hears anyway, and when it is gone', async () => {
    await models.setSecondPass('large.bin')
    await models.activate('large.bin')
    expect(await models.thorough()).toBeNull()
    await models.activate('old.bin')
    await models.remove('large.bin')
    expect(await models.thorough()).toBeNull()
  })

  it('is refused for a model that is not there', async () => {
    expect(await code(models.setSecondPass('gone.bin'))).toBe('not-found')
  })
})

describe('the names of the story', () => {
  it('are given to models that were trained with earlier words, until the user decides', async () => {
    const [old, large] = [model('old.bin'), model('large.bin', 'Um,')]
    installed = [old, large]
    expect([old, large].map(models.primes)).toEqual([false, true])
    await models.setPrimed('old.bin', true)
    await models.setPrimed('large.bin', false)
    expect([old, large].map(models.primes)).toEqual([true, false])
    expect((await models.list(() => null)).map(({ primed }) => primed)).toEqual([true, false])
  })

  it('forget the decision with the model', async () => {
    await models.setPrimed('old.bin', true)
    await models.remove('old.bin')
    installed = [model('old.bin')]
    expect(models.primes(installed[0]!)).toBe(false)
  })

  it('survive settings of another form', () => {
    settings = { primedModels: 'all' }
    expect(models.primes(model('old.bin'))).toBe(false)
  })
})

describe('a voice-activity model', () => {
  it('is installed beside the others and never the active one; the engine does not try it', async () => {
    arriving = { kind: 'voice-activity', model: detector }
    tryModel = () => Promise.reject(new Error('no'))
    expect(await models.voiceActivityModel()).toBeNull()
    expect(await add()).toEqual({ modelId: 'silero-v6.bin' })
    expect(await models.voiceActivityModel()).toBe('/models/silero-v6.bin')
    expect(await activeId()).toBe('old.bin')
    expect(await models.listVoiceActivity()).toEqual([{ id: 'silero-v6.bin', name: 'silero-v6', sizeBytes: 885_098 }])
  })

  it('is the newest where there are several', async () => {
    detectors = [{ ...detector, path: '/models/v5' }, detector]
    expect(await models.voiceActivityModel()).toBe(detector.path)
  })
})

describe('an upload', () => {
  it('takes its pieces in their order only', async () => {
    const { uploadId } = await uploads.begin('new.bin', 2)
    await uploads.append(uploadId, 0, new Uint8Array(1))
    expect(await code(uploads.append(uploadId, 2, new Uint8Array(1)))).toBe('bad-request')
    expect(await code(uploads.append('other', 0, new Uint8Array(1)))).toBe('not-found')
  })

  it('is deleted when it is cancelled or left open', async () => {
    const first = await uploads.begin('a.bin', 1)
    await uploads.cancel(first.uploadId)
    await uploads.begin('b.bin', 1)
    await uploads.close()
    expect(abandoned).toBe(2)
    expect(await code(uploads.finish(first.uploadId))).toBe('not-found')
  })

  it('is told when it has become a model', async () => {
    await add()
    expect(told).toContain('models.changed')
  })
})
