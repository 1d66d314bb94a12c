import { type ReactNode, useEffect, useRef } from 'react'
import type { FactFinding, PointCoverage, TermMatch } from '#domain/coverage/coverage'
import { cx } from '../../ui/cx.ts'
import { STATUS_NAMES } from '../shared/statuses.ts'
import styles from './reasoning.module.css'
import { basisWords, decidingWording, FACT_WORDS, MATCH_WORDS, surenessWords } from './reasoning-words.ts'
import { useLearned } from './use-report.ts'

export interface ReasoningProps {
  readonly id: string
  readonly judged: PointCoverage
  readonly storyId: string
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The same words for the same word, said of several places of the point, are shown once. */
const once = (matches: readonly TermMatch[]) => [
  ...new Map(matches.map((match) => [`${match.term} ${match.said}`, match])),
]

const isItself = ({ term, said }: TermMatch) => term.toLowerCase() === said.toLowerCase()

function Match({ match }: { readonly match: TermMatch }) {
  const how = MATCH_WORDS[match.kind]
  if (isItself(match)) return <li className={styles.match}>{match.term}</li>
  return (
    <li className={styles.match}>
      {match.term} <span aria-hidden="true">→</span>
      <span className="visually-hidden"> heard as </span> <strong>{match.said}</strong>
      {how && <span className={styles.how}> {how}</span>}
    </li>
  )
}

function Fact({ finding: { fact, status, said } }: { readonly finding: FactFinding }) {
  return (
    <li>
      <strong>{fact.text}</strong>
      {said !== null && <> · said “{said}”</>} ·{' '}
      <span className={cx(styles.fact, styles[status])}>{FACT_WORDS[status]}</span>
    </li>
  )
}

/** Why a point was judged as it was, in one glance. */
export function Reasoning({ id, judged, storyId }: ReasoningProps) {
  const { status, confidence, facts, reasoning } = judged
  const root = useRef<HTMLDListElement>(null)
  // A key may open it below the edge.
  useEffect(() => {
    root.current?.scrollIntoView({ block: 'nearest' })
  }, [])
  const isLearned = reasoning.basis === 'accepted-wording' || reasoning.basis === 'rejected-wording'
  const learned = useLearned(storyId, isLearned)
  const basis = basisWords(judged, decidingWording(judged, learned), Date.now())
  return (
    <dl ref={root} id={id} className={styles.root}>
      <Row name="Judged">
        {STATUS_NAMES[status]}, {surenessWords(confidence)}: {basis}.
      </Row>
      {reasoning.matches.length > 0 && (
        <Row name="Heard">
          <ul className={styles.words}>
            {once(reasoning.matches).map(([key, match]) => (
              <Match key={key} match={match} />
            ))}
          </ul>
        </Row>
      )}
      {reasoning.missing.length > 0 && (
        <Row name="Not heard">
          <span className={styles.missing}>{reasoning.missing.join(', ')}</span>
        </Row>
      )}
      {facts.length > 0 && (
        <Row name={facts.length === 1 ? 'Fact' : 'Facts'}>
          <ul>
            {facts.map((finding) => (
              <Fact key={finding.fact.text} finding={finding} />
            ))}
          </ul>
        </Row>
      )}
    </dl>
  )
}
