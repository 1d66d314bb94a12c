import AudioLines from 'lucide-react/icons/audio-lines'
import BookOpen from 'lucide-react/icons/book-open'
import FileText from 'lucide-react/icons/file-text'
import MessageCircleQuestion from 'lucide-react/icons/message-circle-question-mark'
import StickyNote from 'lucide-react/icons/sticky-note'
import type { SearchHit } from '#contract/search'
import { PartBadge } from '../shared/part-badge.tsx'

/** What kind of thing was found, as a picture: points carry the letter of their part. */
export function HitIcon({ hit: { kind, part } }: { readonly hit: SearchHit }) {
  if (kind === 'point' && part) return <PartBadge part={part} />
  if (kind === 'transcript') return <AudioLines aria-hidden="true" />
  if (kind === 'question') return <MessageCircleQuestion aria-hidden="true" />
  if (kind === 'story-note' || kind === 'attempt-note') return <StickyNote aria-hidden="true" />
  return kind === 'story' ? <BookOpen aria-hidden="true" /> : <FileText aria-hidden="true" />
}
