import type { TestDocument } from './pages/import-page.ts'

const story = (title: string, tail = '') => `## ${title}

**Situation:** ${title} began when the pump stopped on a Sunday.

**Task:** I had to keep 14 tanks alive until the morning.

**Action:** I carried water with buckets for six hours.

I called the plumber of the next village.

**Result:** All 14 tanks were saved and the bill was 90 dollars.
${tail}`

/** Two labelled stories with a definition, a question and some loose text. */
export const POND: TestDocument = {
  name: 'pond.md',
  content: `# Pond notes

Bring these to the talk.

## Care

Care means that one looks twice before one leaves.

### When did you stop a loss?

#### The pump

**Situation:** The pump of our fish farm stopped on a Sunday.

**Task:** I had to keep 14 tanks alive until the morning.

**Action:** I carried water with buckets for six hours.

I called the plumber of the next village.

**Result:** All 14 tanks were saved and the bill was 90 dollars.

#### The frozen inlet

**Situation:** In January the inlet froze and nobody had a key to the shed.

**Task:** I was to get the water running before noon.

**Action:** I borrowed a blowtorch from the garage across the road.

**Result:** The water ran at 11:40 and we lost no fish.

## Shopping

Buy rope and ask for the key of the shed.
`,
}

/** The same document, edited: a story changed, one gone, one new. */
export const POND_EDITED: TestDocument = {
  name: 'pond.md',
  content: String(POND.content)
    .replace('I called the plumber of the next village.', 'I woke the mayor, who had the only spare motor.')
    .replace(/#### The frozen inlet[\s\S]*?(?=## Shopping)/, '')
    .replace(
      '## Shopping',
      `#### The heron

**Situation:** A heron took 20 young fish a week from the open pond.

**Task:** I wanted to stop it without harming the bird.

**Action:** I stretched thin lines over the water in a single morning.

**Result:** In the next month we lost none.

## Shopping`,
    ),
}

/** A story in flowing text: every part of it is guessed. */
export const TOLD: TestDocument = {
  name: 'told.md',
  content: `# Told

## How the choir came back

Three years ago our village choir had shrunk to nine voices, and the hall cost more than we earned. Our conductor had already written the farewell letter.

I needed to find a way to keep us singing until summer. I called every former member and asked only one question. Then I moved our rehearsal to Sunday morning and organised a breakfast.

As a result we grew from 9 to 31 voices within five months. I learned that people rarely leave because of the music.
`,
}

export const ONE: TestDocument = { name: 'one.md', content: story('The tank') }
export const TWO: TestDocument = { name: 'two.md', content: story('The bridge') }
export const NO_STORY: TestDocument = { name: 'list.md', content: '# Shopping\n\n- rope\n- 20 labels\n- new gloves\n' }
export const PICTURE: TestDocument = {
  name: 'photo.png',
  content: Buffer.from([
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 1, 0, 255,
  ]),
}

export const TABLE: TestDocument = {
  name: 'stories.csv',
  content: `Title,Situation,Task,Action,Result
The mill,The mill lost its miller in May.,I had to keep it turning.,I taught four farmers in a week.,We ground 12 tons by June.
The gate,The gate of the dam stuck at night.,I was to open it.,I took the hand crank and two neighbours.,The level fell 30 cm in an hour.
`,
}
export const ORG: TestDocument = {
  name: 'stories.org',
  content: `#+TITLE: Org notes

* The mill
** Situation
The mill lost its miller in May.
** Task
I had to keep it turning.
** Action
I taught four farmers in a week.
** Result
We ground 12 tons by June.
`,
}
export const PAGE: TestDocument = {
  name: 'stories.html',
  content: `<!doctype html><html><head><title>Page notes</title></head><body><h1>Page notes</h1><h2>The mill</h2>
<p><b>Situation:</b> The mill lost its miller in May.</p><p><b>Task:</b> I had to keep it turning.</p>
<p><b>Action:</b> I taught four farmers in a week.</p><p><b>Result:</b> We ground 12 tons by June.</p></body></html>`,
}

/** A document that takes a while: so many stories of the same shape. */
export const manyStories = (count: number): TestDocument => ({
  name: 'many.md',
  content: `# Many\n\n${Array.from({ length: count }, (_, i) => story(`Story number ${i + 1}`, '\n')).join('\n')}`,
})
