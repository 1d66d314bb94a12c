import { beforeEach, expect, it } from 'vitest'
import { createEventHub } from '../../../electron/services/events.ts'
import { createJobs } from '../../../electron/services/jobs.ts'
import { createModels, type Models } from '../../../electron/services/models.ts'
import type { ModelStore, ModelUpload, SpeechEngine, SpeechModel } from '../../../electron/services/ports.ts'
import { ids } from './fakes.ts'

const model = (id: string, borrowed = false) => ({ id, name: id, borrowed }) as SpeechModel

let installed: SpeechModel[]
let settings: Record<string, unknown>
let tryModel: () => Promise<void>
let models: Models
beforeEach(() => {
  installed = [model('old.bin')]
  settings = { activeModelId: 'old.bin' }
  tryModel = async () => {}
  const upload: ModelUpload = {
    append: async () => {},
    check: async () => model('new.bin'),
    async install() {
      installed.push(model('new.bin'))
      return model('new.bin')
    },
    abandon: async () => {},
  }
  const store = {
    list: async () => installed,
    inspect: async () => model('file:lent.bin', true),
    receive: async () => upload,
  } as unknown as ModelStore
  const events = createEventHub()
  models = createModels({
    store,
    settings: { all: () => settings, set: (entries) => void Object.assign(settings, entries) },
    engine: { tryModel: () => tryModel() } as unknown as SpeechEngine,
    jobs: createJobs({ events, newId: ids('job'), logError: () => {} }),
    events,
    newId: ids('upload'),
  })
})

const add = async () => models.finishAdd((await models.beginAdd('new.bin', 1)).uploadId)
const activeId = async () => (await models.active())?.id

it('uses a model that was added, also in place of a borrowed one', async () => {
  await models.borrow('/somewhere/lent.bin')
  expect(await activeId()).toBe('file:lent.bin')
  await add()
  expect([await activeId(), settings.activeModelId]).toEqual(['new.bin', 'new.bin'])
})

it('changes nothing when the engine refuses a model', async () => {
  tryModel = () => Promise.reject(new Error('no'))
  await expect(add()).rejects.toThrow()
  expect([await activeId(), installed.length]).toEqual(['old.bin', 1])
})

it('does not remember a borrowed model beyond this run', async () => {
  await models.borrow('/somewhere/lent.bin')
  await models.activate('file:lent.bin')
  expect(settings.activeModelId).toBe('old.bin')
})
