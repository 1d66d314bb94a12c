import type { Shape, ShapeStory } from './bank-shape.ts'
import { type Dialect, labelOfPart } from './dialects-arbitrary.ts'

interface Contained {
  text: string
  fileName: string
  /** What is left of the shape: a table holds no hooks, a page no definitions. */
  means: Shape
}

type Container = (shape: Shape, dialect: Dialect) => Contained

const sentences = (points: readonly string[]) => points.map((point) => `${point}.`).join(' ')

/** All stories with the parts that the first one has, so that they can share columns. */
const alike = (shape: Shape): ShapeStory[] => {
  const names = shape.stories[0]!.parts.map(({ part }) => part)
  return shape.stories.map((story) => ({
    ...story,
    parts: names.map(
      (part) =>
        story.parts.find((each) => each.part === part) ?? {
          part,
          points: ['The brass kettle whistled near the window'],
        },
    ),
  }))
}

const bare = (story: ShapeStory): ShapeStory => ({ ...story, section: null, question: null, hook: null, target: null })
const only = (shape: Shape, stories: ShapeStory[]): Shape => ({ title: shape.title, definitions: {}, stories })

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
const tableOf = (rows: readonly string[][]) =>
  [row(rows[0]!), row(rows[0]!.map(() => '---')), ...rows.slice(1).map(row)].join('\n')

const storyRows = (stories: readonly ShapeStory[], dialect: Dialect, cell: (points: readonly string[]) => string) => {
  const sectioned = stories.some((story) => story.section)
  const asked = stories.every((story) => story.question)
  return [
    [
      'Title',
      ...(sectioned ? ['Competency'] : []),
      ...(asked ? ['Question'] : []),
      ...stories[0]!.parts.map(({ part }) => labelOfPart(dialect, part)),
    ],
    ...stories.map((story) => [
      story.title,
      ...(sectioned ? [story.section!] : []),
      ...(asked ? [story.question!] : []),
      ...story.parts.map(({ points }) => cell(points)),
    ]),
  ]
}

const rowsMean = (stories: readonly ShapeStory[]): ShapeStory[] => {
  const asked = stories.every((story) => story.question)
  return stories.map((story) => ({ ...bare(story), section: story.section, question: asked ? story.question : null }))
}

const csvCell = (cell: string) => (/[",\n;]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Other ways to hold a bank than headlines and labelled lines. */
export const CONTAINERS: Record<string, Container> = {
  'a table, a story a row': (shape, dialect) => {
    const stories = alike(shape)
    const text = `# ${shape.title}\n\n${tableOf(storyRows(stories, dialect, (points) => points.map((point) => `- ${point}`).join('<br>')))}\n`
    return { text, fileName: 'bank.md', means: only(shape, rowsMean(stories)) }
  },
  'a table for each story': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const tables = stories.map(
      (story) =>
        `## ${story.title}\n\n${tableOf([['Part', 'Text'], ...story.parts.map(({ part, points }) => [labelOfPart(dialect, part), sentences(points)])])}`,
    )
    return { text: `# ${shape.title}\n\n${tables.join('\n\n')}\n`, fileName: 'bank.md', means: only(shape, stories) }
  },
  'a table, a story a column': (shape, dialect) => {
    const stories = alike(shape).map(bare)
    const rows = stories[0]!.parts.map(({ part }, i) => [
      labelOfPart(dialect, part),
      ...stories.map((story) => sentences(story.parts[i]!.points)),
    ])
    const text = `# ${shape.title}\n\n${tableOf([['Part', ...stories.map((story) => story.title)], ...rows])}\n`
    return { text, fileName: 'bank.md', means: only(shape, stories) }
  },
  'CSV, a story a row': (shape, dialect) => {
    const stories = alike(shape)
    const rows = storyRows(stories, dialect, (points) => points.map((point) => `${point}.`).join('\n'))
    const text = `${rows.map((cells) => cells.map(csvCell).join(',')).join('\n')}\n`
    return { text, fileName: 'stories.csv', means: { ...only(shape, rowsMean(stories)), title: 'stories' } }
  },
  'CSV, a part a row': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const rows = stories.flatMap((story) =>
      story.parts.flatMap(({ part, points }) =>
        points.map((point) => [story.title, labelOfPart(dialect, part), `${point}.`]),
      ),
    )
    const text = `${[['Story', 'Part', 'Text'], ...rows].map((cells) => cells.map(csvCell).join(';')).join('\n')}\n`
    return { text, fileName: 'stories.csv', means: { ...only(shape, stories), title: 'stories' } }
  },
  'org-mode': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const text = stories.map(
      (story) =>
        `* TODO ${story.title} :tag:\n${story.parts.map(({ part, points }) => `** ${labelOfPart(dialect, part)}\n${points.map((point) => `- ${point}`).join('\n')}`).join('\n')}`,
    )
    return {
      text: `#+TITLE: ${shape.title}\n\n${text.join('\n')}\n`,
      fileName: 'bank.org',
      means: only(shape, stories),
    }
  },
  'HTML folds': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const folds = stories.map(
      (story) =>
        `<details>\n<summary><b>${story.title}</b></summary>\n\n${story.parts.map(({ part, points }) => `**${labelOfPart(dialect, part)}:** ${sentences(points)}`).join('\n\n')}\n\n</details>`,
    )
    return { text: `# ${shape.title}\n\n${folds.join('\n\n')}\n`, fileName: 'bank.md', means: only(shape, stories) }
  },
  'an HTML page': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const told = stories.map(
      (story) =>
        `<h2>${story.title}</h2>\n${story.parts.map(({ part, points }) => `<p><b>${labelOfPart(dialect, part)}:</b></p>\n<ul>${points.map((point) => `<li>${point}</li>`).join('')}</ul>`).join('\n')}`,
    )
    const text = `<!DOCTYPE html>\n<html><body>\n<h1>${shape.title}</h1>\n${told.join('\n')}\n</body></html>\n`
    return { text, fileName: 'bank.html', means: only(shape, stories) }
  },
  'one paragraph each': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const told = stories.map(
      (story) =>
        `## ${story.title}\n\n${story.parts.map(({ part, points }) => `${labelOfPart(dialect, part)}: ${sentences(points)}`).join(' ')}`,
    )
    return { text: `# ${shape.title}\n\n${told.join('\n\n')}\n`, fileName: 'bank.md', means: only(shape, stories) }
  },
  'one bold paragraph each': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const told = stories.map(
      (story) =>
        `## ${story.title}\n\n${story.parts.map(({ part, points }) => `**${labelOfPart(dialect, part)}:** ${sentences(points)}`).join(' ')}`,
    )
    return { text: `# ${shape.title}\n\n${told.join('\n\n')}\n`, fileName: 'bank.md', means: only(shape, stories) }
  },
  'a code fence': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const told = stories.map(
      (story) =>
        `${story.title}\n${story.parts.map(({ part, points }) => `${labelOfPart(dialect, part)}: ${sentences(points)}`).join('\n')}`,
    )
    return {
      text: `# ${shape.title}\n\n\`\`\`\n${told.join('\n\n')}\n\`\`\`\n`,
      fileName: 'bank.md',
      means: only(shape, stories),
    }
  },
  'plain text': (shape, dialect) => {
    const stories = shape.stories.map(bare)
    const told = stories.map(
      (story) =>
        `${story.title}\n\n${story.parts.map(({ part, points }) => `${labelOfPart(dialect, part)}: ${sentences(points)}`).join('\n')}`,
    )
    return {
      text: `${told.join('\n\n')}\n`,
      fileName: 'stories.txt',
      means: { ...only(shape, stories), title: 'stories' },
    }
  },
}
