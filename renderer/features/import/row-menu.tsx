import Check from 'lucide-react/icons/check-check'
import CircleX from 'lucide-react/icons/circle-x'
import Combine from 'lucide-react/icons/combine'
import Eye from 'lucide-react/icons/eye'
import Pencil from 'lucide-react/icons/pencil'
import Scissors from 'lucide-react/icons/scissors'
import { MenuItem, MenuSeparator, PopupMenu } from '../../ui/menu.tsx'
import { MarkItems } from './mark-items.tsx'
import { countGuesses, groupOf } from './pieces.ts'
import { useReviewModel } from './review-context.ts'
import type { ImportRow, StoryHead } from './story-rows.ts'
import type { OpenMenu, StoryList } from './use-story-list.ts'

export interface RowMenuProps {
  readonly menu: OpenMenu
  readonly list: StoryList
}

type Commands = StoryList['commands']

/** The menu of a row: of a story, of a point or note, or of all points of a part. */
export function RowMenu({ menu: { anchor, row, isGroup }, list }: RowMenuProps) {
  const { closeMenu, commands } = list
  if (row.kind === 'removed') return null
  if (row.kind === 'story') {
    return (
      <PopupMenu anchor={anchor} label={`More for ${row.story.title}`} onClose={closeMenu}>
        <StoryItems row={row} commands={commands} />
      </PopupMenu>
    )
  }
  const count = isGroup ? 0 : commands.piecesWith(row).length
  const label = isGroup ? 'All of them are' : count > 1 ? `The ${count} blocks are` : 'This is'
  return (
    <PopupMenu anchor={anchor} label={label} onClose={closeMenu}>
      {isGroup ? (
        <GroupItems row={row} commands={commands} />
      ) : (
        <PieceItems row={row} commands={commands} count={count} />
      )}
    </PopupMenu>
  )
}

function StoryItems({ row, commands }: { readonly row: StoryHead; readonly commands: Commands }) {
  const { bank } = useReviewModel()
  const guesses = countGuesses(row.story)
  return (
    <>
      <MenuItem icon={<Pencil />} keys="F2" onAction={() => commands.rename(row)}>
        Rename
      </MenuItem>
      <MenuItem icon={<Check />} keys="c" isDisabled={guesses === 0} onAction={() => commands.confirm(row)}>
        The guesses look right
      </MenuItem>
      <MenuItem
        icon={<Combine />}
        keys="m"
        isDisabled={bank.stories[0]?.id === row.story.id}
        onAction={() => commands.merge(row)}
      >
        Merge with the story above
      </MenuItem>
      <MenuItem icon={<Eye />} keys="v" onAction={() => commands.showSource(row)}>
        Show in the document
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon={<CircleX />} keys="x" isDanger onAction={() => commands.drop(row)}>
        Drop (not a story)
      </MenuItem>
    </>
  )
}

interface PieceItemsProps {
  readonly row: Exclude<ImportRow, { kind: 'story' | 'removed' }>
  readonly commands: Commands
  readonly count: number
}

function PieceItems({ row, commands, count }: PieceItemsProps) {
  const isGuess = commands.piecesWith(row).some((piece) => piece.kind === 'point' && piece.point.guessed)
  const present = row.kind === 'note' ? 'note' : row.point.guessed ? null : row.point.part
  const isFirst = row.kind === 'point' && row.story.points[0]?.id === row.point.id
  return (
    <>
      {isGuess && (
        <MenuItem icon={<Check />} keys="c" onAction={() => commands.confirm(row)}>
          Looks right
        </MenuItem>
      )}
      {isGuess && <MenuSeparator />}
      <MarkItems present={count > 1 ? null : present} onMark={(as) => commands.mark(row, as)} />
      <MenuSeparator />
      {row.kind === 'point' && count === 1 && (
        <MenuItem icon={<Scissors />} keys="b" isDisabled={isFirst} onAction={() => commands.split(row)}>
          Begin a new story here
        </MenuItem>
      )}
      <MenuItem icon={<Eye />} keys="v" onAction={() => commands.showSource(row)}>
        Show in the document
      </MenuItem>
    </>
  )
}

function GroupItems({ row, commands }: Omit<PieceItemsProps, 'count'>) {
  if (row.kind !== 'point') return null
  const { story } = row
  const pieces = groupOf(story, row.point).map((point) => ({ kind: 'point' as const, point, story }))
  return <MarkItems present={null} onMark={(as) => commands.markAll(row, pieces, as)} />
}
