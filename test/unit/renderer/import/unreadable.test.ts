import { expect, it } from 'vitest'
import { AppError } from '../../../../core/domain/errors.ts'
import { whyNoStory } from '../../../../renderer/features/import/no-story.tsx'
import { explainUnread, isRefused } from '../../../../renderer/features/import/unreadable.ts'
import { bank } from './bank.ts'

it.each([
  ['scan.PDF', 'This is a PDF', true],
  ['old.doc', 'This is a Word document of the old kind', false],
  ['photo.jpeg', 'This is a picture', true],
  ['notes.docx', 'This Word document is damaged or is no Word document', false],
  ['notes.md', 'This file is not text', false],
])('says of %s: %s', (fileName, title, refused) => {
  expect(explainUnread(new AppError('not-text'), fileName).title).toBe(title)
  expect(isRefused(fileName)).toBe(refused)
})

it('keeps the words of other errors', () => {
  expect(explainUnread(new AppError('bank-too-large'), 'scan.pdf').title).toBe('This document is larger than 10 MB')
})

it('says why nothing can be accepted', () => {
  const empty = { ...bank, stories: [] }
  expect(whyNoStory('text', bank)).toBe('You dropped all stories. Undo brings them back.')
  expect(whyNoStory(' \n', empty)).toBe('This document is empty.')
  expect(whyNoStory('text', empty)).toBe('No story was found in this document.')
})
