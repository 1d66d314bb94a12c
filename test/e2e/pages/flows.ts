import type { Page } from '@playwright/test'
import { BANK, STORY } from '../app.ts'
import { LibraryPage } from './library-page.ts'
import { RehearsePage } from './rehearse-page.ts'

/** From a first run to the stage of a story, ready to record. */
export async function enterStage(page: Page, bank = BANK, story: string | RegExp = STORY): Promise<RehearsePage> {
  const library = new LibraryPage(page)
  await library.enter()
  await library.import(bank)
  await library.openStory(story)
  const rehearsal = new RehearsePage(page)
  await rehearsal.enter()
  return rehearsal
}

/** From a first run to a running recording. */
export async function startRecording(page: Page): Promise<RehearsePage> {
  const rehearsal = await enterStage(page)
  await rehearsal.record()
  return rehearsal
}
