import Play from 'lucide-react/icons/play'
import Square from 'lucide-react/icons/square'
import { useState } from 'react'
import type { Moment, Scorecard } from '#contract/sessions'
import { audioUrl } from '../../transport/audio-url.ts'
import { Button } from '../../ui/button.tsx'
import { Meter } from '../../ui/meter.tsx'
import { attemptPath, storyPath } from '../shared/paths.ts'
import { ReadinessRing } from '../shared/readiness-ring.tsx'
import styles from './scorecard.module.css'
import { figuresWords, momentWords, outcomeWords, questionWords, scorecardLine } from './scorecard-words.ts'

/** A scorecard: the line that says it all, every answer, competencies, stories, the best and the weakest moment. */
export function ScorecardView({ scorecard }: { readonly scorecard: Scorecard }) {
  const { answers, best, weakest } = scorecard
  return (
    <div className={styles.scroll}>
      <p className={styles.line} role="status">
        {scorecardLine(scorecard)}
      </p>
      <div className={styles.columns}>
        <Answers answers={answers} sessionId={scorecard.sessionId} />
        <div className={styles.side}>
          {best && <MomentCard title="Best moment" moment={best} scorecard={scorecard} />}
          {weakest && <MomentCard title="Weakest moment" moment={weakest} scorecard={scorecard} />}
          <Competencies scorecard={scorecard} />
          <Stories scorecard={scorecard} />
        </div>
      </div>
    </div>
  )
}

function Answers({ answers, sessionId }: Pick<Scorecard, 'answers' | 'sessionId'>) {
  return (
    <section aria-labelledby="scorecard-answers">
      <h2 id="scorecard-answers" className={styles.title}>
        Answers
      </h2>
      <ol className={styles.answers}>
        {answers.map((answer) => (
          <Answer key={answer.item.position} answer={answer} sessionId={sessionId} />
        ))}
      </ol>
    </section>
  )
}

function Answer({ answer, sessionId }: { readonly answer: Scorecard['answers'][number]; readonly sessionId: string }) {
  const { item, readiness, figures } = answer
  const { storyId, storyTitle, attemptId } = item
  const outcome = outcomeWords(answer)
  const isTold = item.state === 'answered' && !item.followUp && storyId !== null && storyTitle !== null
  return (
    <li className={styles.answer} data-follow-up={item.followUp || undefined}>
      <ReadinessRing readiness={readiness} />
      <div className={styles.words}>
        <p className={styles.prompt}>{item.prompt}</p>
        <p className={styles.quiet}>
          {isTold && <a href={`#${storyPath(storyId)}`}>{storyTitle}</a>}
          {isTold && outcome && ' · '}
          {outcome}
        </p>
        {figures && <p className={`${styles.quiet} figures`}>{figuresWords(figures)}</p>}
      </div>
      {attemptId && figures && (
        <a
          className={styles.report}
          href={`#${attemptPath(attemptId, sessionId)}`}
          aria-label={`Report and recording: ${item.prompt}`}
        >
          Report
        </a>
      )}
    </li>
  )
}

interface MomentCardProps {
  readonly title: string
  readonly moment: Moment
  readonly scorecard: Scorecard
}

function MomentCard({ title, moment, scorecard: { answers, sessionId } }: MomentCardProps) {
  const [sound, setSound] = useState<'off' | 'playing' | 'gone'>('off')
  const { attemptId, startMs, endMs } = moment
  const range = startMs === null ? '' : `#t=${startMs / 1000}${endMs === null ? '' : `,${endMs / 1000}`}`
  const isPlaying = sound === 'playing'
  return (
    <section className={styles.moment} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p>{momentWords(moment)}</p>
      <div className={styles.momentActions}>
        {startMs !== null && (
          <Button
            size="sm"
            icon={isPlaying ? <Square /> : <Play />}
            onPress={() => setSound(isPlaying ? 'off' : 'playing')}
          >
            {isPlaying ? 'Stop' : 'Hear it'}
          </Button>
        )}
        <a href={`#${attemptPath(attemptId, sessionId)}`}>{questionWords(answers, moment.position)}</a>
      </div>
      <p className={styles.quiet} role="status">
        {sound === 'gone' && 'This recording is no longer kept.'}
      </p>
      {isPlaying && (
        // biome-ignore lint/a11y/useMediaCaption: the words stand above
        <audio
          src={`${audioUrl(attemptId)}${range}`}
          autoPlay
          onEnded={() => setSound('off')}
          onPause={() => setSound('off')}
          onError={() => setSound('gone')}
        />
      )}
    </section>
  )
}

function Competencies({ scorecard: { competencies } }: { readonly scorecard: Scorecard }) {
  if (competencies.length === 0) return null
  return (
    <section aria-labelledby="scorecard-competencies">
      <h2 id="scorecard-competencies" className={styles.title}>
        Competencies
      </h2>
      <ul className={styles.competencies}>
        {competencies.map(({ sectionId, title, asked, answered, readiness }) => (
          <li key={sectionId ?? ''}>
            <span className={styles.competency}>{title || 'Without a competency'}</span>
            <span className={`${styles.quiet} figures`}>
              {readiness === null ? `${answered} of ${asked} answered` : `${Math.round(readiness * 100)} %`}
            </span>
            <Meter label={`${title || 'Without a competency'}: share of points said`} value={readiness ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Stories({ scorecard: { stories } }: { readonly scorecard: Scorecard }) {
  if (stories.length === 0) return null
  return (
    <section aria-labelledby="scorecard-stories">
      <h2 id="scorecard-stories" className={styles.title}>
        Stories you told
      </h2>
      <ul className={styles.stories}>
        {stories.map(({ storyId, title, times, readiness }) => (
          <li key={storyId}>
            {title ? <a href={`#${storyPath(storyId)}`}>{title}</a> : <span>A story that was deleted</span>}
            <span className={`${styles.quiet} figures`}>
              {times > 1 && `${times} times, `}
              {readiness === null ? 'not rated' : `${Math.round(readiness * 100)} %`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
