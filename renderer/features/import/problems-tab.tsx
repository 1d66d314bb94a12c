import { useMemo, useRef } from 'react'
import type { Problem } from '#domain/bank/bank'
import { Button } from '../../ui/button.tsx'
import { VirtualGrid } from '../../ui/virtual-grid.tsx'
import { confirmationsFor, guessesAt, keyOfLine } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import styles from './tab.module.css'
import { dataLines } from './use-linking.ts'

const ROW_PX = 40

interface ProblemItem {
  readonly id: string
  readonly problem: Problem
}

/** What the importer wants the user to look at, by line; a click goes there on both sides. */
export function ProblemsTab() {
  const { bank, link, show, reveal, clearReveal } = useReviewModel()
  const gridRef = useRef<HTMLDivElement>(null)
  const items = useMemo(() => {
    const seen = new Map<string, number>()
    return bank.problems.map((problem): ProblemItem => {
      const name = `${problem.line} ${problem.code} ${problem.message}`
      const times = seen.get(name) ?? 0
      seen.set(name, times + 1)
      return { id: `problem ${name} ${times}`, problem }
    })
  }, [bank.problems])
  if (items.length === 0) return <p className={styles.nothing}>Everything was clear.</p>
  const goTo = (key: string) => {
    const item = items.find(({ id }) => id === key)
    if (!item) return
    const { line } = item.problem
    link.jump({ from: line, to: line })
    const place = keyOfLine(bank, line)
    if (place) show(place.key, place.storyId)
  }
  return (
    <div className={styles.panel}>
      <VirtualGrid<ProblemItem>
        label="To look at"
        items={items}
        rowPx={ROW_PX}
        gridRef={gridRef}
        reveal={reveal}
        textOf={({ problem }) => `Line ${problem.line}: ${problem.message}`}
        onAction={goTo}
        onRevealed={clearReveal}
      >
        {({ problem }) => <ProblemRow problem={problem} />}
      </VirtualGrid>
    </div>
  )
}

function ProblemRow({ problem }: { readonly problem: Problem }) {
  const { bank, correct } = useReviewModel()
  const guesses = problem.code === 'part-guessed' ? guessesAt(bank, problem.line) : []
  return (
    <div className={styles.problem} {...dataLines({ from: problem.line, to: problem.line })}>
      <span className={`${styles.lines} figures`}>line {problem.line}</span>
      <span className={styles.message}>{problem.message}</span>
      {guesses.length > 0 && (
        <Button size="sm" onPress={() => void correct(confirmationsFor(guesses))}>
          Looks right
        </Button>
      )}
    </div>
  )
}
