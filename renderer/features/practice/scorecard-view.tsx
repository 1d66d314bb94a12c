import Play from 'lucide-react/icons/play'
import { useState } from 'react'
import type { Moment, Scorecard } from '#contract/sessions'
import { audioUrl } from '../../transport/audio-url.ts'
import { Button } from '../../ui/button.tsx'
import { Meter } from '../../ui/meter.tsx'
import { attemptPath, storyPath } from '../shared/paths.ts'
import { ReadinessRing } from '../shared/readiness-ring.tsx'
import styles from './scorecard.module.css'
import { figuresWords, momentWords, scorecardLine } from './scorecard-words.ts'

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
          {best && <MomentCard title="Best moment" moment={best} />}
          {weakest && <MomentCard title="Weakest moment" moment={weakest} />}
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
        {answers.map(({ item, score, readiness, figures, isPending }) => (
          <li key={item.position} className={styles.answer} data-follow-up={item.followUp || undefined}>
            <ReadinessRing readiness={readiness} />
            <div className={styles.words}>
              <p className={styles.prompt}>{item.prompt}</p>
              <p className={styles.quiet}>
                {item.state !== 'answered' && (item.state === 'skipped' ? 'Skipped' : 'Not answered')}
                {item.state === 'answered' && item.followUp && 'Follow-up'}
                {item.state === 'answered' && !item.followUp && (
                  <>
                    {item.storyId && <a href={`#${storyPath(item.storyId)}`}>{item.storyTitle}</a>}
                    {item.storyBy === 'plan' && ' (a guess)'}
                    {score && ` · ${score.covered} of ${score.total} points`}
                    {score && score.wrongFacts > 0 && ` · ${score.wrongFacts} wrong`}
                  </>
                )}
                {isPending && ' · being written down'}
              </p>
              {figures && <p className={`${styles.quiet} figures`}>{figuresWords(figures)}</p>}
            </div>
            {item.attemptId && (
              <a
                className={styles.report}
                href={`#${attemptPath(item.attemptId, sessionId)}`}
                aria-label={`Report and recording: ${item.prompt}`}
              >
                Report
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function MomentCard({ title, moment }: { readonly title: string; readonly moment: Moment }) {
  const [isPlaying, setPlaying] = useState(false)
  const { attemptId, startMs, endMs } = moment
  const range = startMs === null ? '' : `#t=${startMs / 1000}${endMs === null ? '' : `,${endMs / 1000}`}`
  return (
    <section className={styles.moment} aria-label={title}>
      <h2 className={styles.title}>{title}</h2>
      <p>{momentWords(moment)}</p>
      <div className={styles.momentActions}>
        {startMs !== null && (
          <Button size="sm" icon={<Play />} onPress={() => setPlaying(true)} isDisabled={isPlaying}>
            Hear it
          </Button>
        )}
        <a href={`#${attemptPath(attemptId)}`}>Question {moment.position + 1}</a>
      </div>
      {isPlaying && (
        // biome-ignore lint/a11y/useMediaCaption: the words stand above
        <audio
          src={`${audioUrl(attemptId)}${range}`}
          autoPlay
          onEnded={() => setPlaying(false)}
          onPause={() => setPlaying(false)}
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
            <span className={styles.competency}>{title}</span>
            <span className={`${styles.quiet} figures`}>
              {readiness === null ? `${answered} of ${asked} answered` : `${Math.round(readiness * 100)} %`}
            </span>
            <Meter label={`${title}: share of points said`} value={readiness ?? 0} />
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
            <a href={`#${storyPath(storyId)}`}>{title}</a>
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
