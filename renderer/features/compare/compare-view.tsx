import { useEffect, useMemo, useState } from 'react'
import { useLocation } from 'wouter'
import type { PaceBand } from '#contract/app'
import { pointMoment, withRoom } from '../review/evidence.ts'
import { usePlayer } from '../review/use-player.ts'
import { comparePath, historyPath } from '../shared/paths.ts'
import { Screen } from '../shared/screen.tsx'
import { ChooseTakes } from './choose-takes.tsx'
import styles from './compare.module.css'
import { changeLine, comparisonNotes } from './compare-words.ts'
import { DeliveryTable } from './delivery-table.tsx'
import { PointPairs } from './point-pairs.tsx'
import { TakesDock } from './takes-dock.tsx'
import { joinPlayers } from './two-players.ts'
import { type Take, useDifference } from './use-compare.ts'
import { useCompareKeys } from './use-compare-keys.ts'
import { WordDifference } from './word-difference.tsx'

export interface CompareViewProps {
  readonly takes: readonly [Take, Take]
  readonly pace: PaceBand
  readonly rate: number
}

/** When a point is said in a take, to be played or shown; null where no words prove it. */
function momentOf({ report }: Take, pointId: string) {
  const point = report.points.find((each) => each.point.id === pointId)
  const moment = point && pointMoment(point, report.words ?? [])
  return moment ? withRoom(moment) : null
}

const soundOf = ({ report: { attempt } }: Take) => (attempt.audioRemovedAt === null ? attempt.id : null)

/** The change in a line, points with both verdicts, words, delivery, and both recordings at the foot. */
export function CompareView({ takes, pace, rate }: CompareViewProps) {
  const [a, b] = takes
  const [, navigate] = useLocation()
  const { points, words, delivery } = useDifference(a.report, b.report, pace)
  const [first, second] = [
    usePlayer(soundOf(a), a.report.attempt.durationMs, rate),
    usePlayer(soundOf(b), b.report.attempt.durationMs, rate),
  ]
  const [pointId, setPointId] = useState<string | null>(null)
  const [isFollowing, setFollowing] = useState(true)
  const players = useMemo(() => joinPlayers(first, second), [first, second])
  useEffect(() => players.close, [players])

  const moments = (id: string) => [momentOf(a, id), momentOf(b, id)] as const
  const swap = () => navigate(comparePath(b.report.attempt.id, a.report.attempt.id))
  const { storyId } = a.report.attempt
  const actions = {
    playBoth: (id: string) => players.playBoth(...moments(id)),
    arrive(id: string) {
      setPointId(id)
      if (isFollowing) players.seekBoth(...moments(id))
    },
  }
  useCompareKeys({
    ...actions,
    first,
    second,
    swap,
    toggleFollow: () => setFollowing(!isFollowing),
    back: () => navigate(historyPath(storyId)),
  })
  const notes = comparisonNotes(a.report, b.report, points)
  return (
    <Screen
      title={`Compare: ${a.report.storyTitle}`}
      heading={a.report.storyTitle}
      trail={<a href={`#${historyPath(storyId)}`}>Back to the history</a>}
      actions={<ChooseTakes takes={takes} storyId={storyId} onSwap={swap} />}
    >
      <div className={styles.scroll}>
        <header className={styles.summary}>
          <p className={styles.line}>{changeLine(points, a.report.attempt.durationMs, b.report.attempt.durationMs)}</p>
          <p className={styles.about}>from A to B</p>
          {notes.map((note) => (
            <p key={note} className={styles.notice}>
              {note}
            </p>
          ))}
        </header>
        <div className={styles.columns}>
          <div className={styles.column}>
            <PointPairs pairs={points.pairs} activeId={pointId} onArrive={setPointId} onPlay={actions.playBoth} />
          </div>
          <div className={styles.column}>
            {words && <WordDifference runs={words} before={a.report.words!} after={b.report.words!} />}
            {delivery && <DeliveryTable rows={delivery} />}
          </div>
        </div>
      </div>
      <TakesDock
        takes={takes}
        players={[first, second]}
        moments={pointId === null ? [null, null] : moments(pointId)}
        isFollowing={isFollowing}
        onFollow={setFollowing}
      />
    </Screen>
  )
}
