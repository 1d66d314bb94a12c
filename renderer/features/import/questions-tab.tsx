import { useMemo, useRef } from 'react'
import type { ParsedBank, ParsedQuestion, ParsedSection, ParsedStory } from '#domain/bank/bank'
import { targetOf } from '#domain/bank/correction'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { VirtualGrid } from '../../ui/virtual-grid.tsx'
import { useLinked } from './link.ts'
import { questionKey, sectionKey, storyKey } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import styles from './tab.module.css'
import { dataLines } from './use-linking.ts'

const ROW_PX = 56

type QuestionRow =
  | { readonly kind: 'section'; readonly id: string; readonly section: ParsedSection }
  | {
      readonly kind: 'question'
      readonly id: string
      readonly question: ParsedQuestion
      readonly stories: readonly ParsedStory[]
    }

function rowsOf({ sections, questions, stories }: ParsedBank): readonly QuestionRow[] {
  const answers = new Map<string, ParsedStory[]>()
  for (const story of stories) {
    for (const id of story.questionIds) answers.set(id, [...(answers.get(id) ?? []), story])
  }
  const asked = (sectionId: string | null) =>
    questions
      .filter((question) => question.sectionId === sectionId)
      .map(
        (question): QuestionRow => ({
          kind: 'question',
          id: questionKey(question.id),
          question,
          stories: answers.get(question.id) ?? [],
        }),
      )
  return [
    ...asked(null),
    ...sections.flatMap((section): readonly QuestionRow[] => [
      { kind: 'section', id: sectionKey(section.id), section },
      ...asked(section.id),
    ]),
  ]
}

/** The sections of a document with what they mean, and their questions with the stories that answer them. */
export function QuestionsTab() {
  const { bank, reveal, clearReveal } = useReviewModel()
  const gridRef = useRef<HTMLDivElement>(null)
  const rows = useMemo(() => rowsOf(bank), [bank])
  if (rows.length === 0) {
    return <p className={styles.nothing}>No question was found. A story without one is rehearsed under its title.</p>
  }
  return (
    <div className={styles.panel}>
      <VirtualGrid<QuestionRow>
        label="Questions"
        items={rows}
        rowPx={ROW_PX}
        gridRef={gridRef}
        reveal={reveal}
        textOf={(row) => (row.kind === 'section' ? row.section.title : row.question.text)}
        onRevealed={clearReveal}
      >
        {(row) => (row.kind === 'section' ? <SectionRow section={row.section} /> : <QuestionItem row={row} />)}
      </VirtualGrid>
    </div>
  )
}

function SectionRow({ section }: { readonly section: ParsedSection }) {
  const { link } = useReviewModel()
  const isLit = useLinked(link, (state) => state.overKey === sectionKey(section.id))
  return (
    <div className={cx(styles.sectionRow, isLit && styles.lit)} {...dataLines(section.lines)}>
      <span dir="auto" className={styles.sectionTitle}>
        {section.title}
      </span>
      {section.definition && <span className={styles.definition}>{section.definition}</span>}
    </div>
  )
}

function QuestionItem({ row: { id, question, stories } }: { readonly row: QuestionRow & { kind: 'question' } }) {
  const { link, show, correct } = useReviewModel()
  const isLit = useLinked(link, (state) => state.overKey === id)
  const takeBack = () =>
    void correct([
      {
        kind: 'mark',
        target: targetOf(question),
        as: stories.length > 0 ? 'note' : 'nothing',
      },
    ])
  return (
    <div className={cx(styles.question, isLit && styles.lit)} {...dataLines(question.lines)}>
      <span dir="auto">{question.text}</span>
      <span className={styles.aside}>
        <Button size="sm" variant="quiet" onPress={takeBack}>
          Not a question
        </Button>
      </span>
      <span className={styles.answers}>
        {stories.length === 0 ? 'No story answers it' : 'Answered by '}
        {stories.map((story, index) => (
          <span key={story.id}>
            {index > 0 && ', '}
            <button type="button" className={styles.link} onClick={() => show(storyKey(story.id), null)}>
              {story.title}
            </button>
          </span>
        ))}
      </span>
    </div>
  )
}
