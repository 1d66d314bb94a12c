/** What a server says about the bytes that it sends, and what was asked of it. */
export interface Answer {
  readonly status: number
  readonly contentRange: string | null
  readonly contentLength: string | null
  readonly contentType: string | null
}

/** What is to be done with an answer. */
export type Verdict =
  /** Its bytes go on where ours end. */
  | 'append'
  /** Its bytes are the file from its beginning. */
  | 'from-start'
  /** It does not fit what we have: ask for the file from its beginning. */
  | 'ask-anew'
  /** Whatever it sends is another file, and so is all that came of it. */
  | 'other-file'
  /** Trouble that may pass. */
  | 'passing'
  | 'refused'

const PASSING = new Set([408, 425, 429, 500, 502, 503, 504])

/** Decides what an answer means for a file of a size of which some bytes have arrived (RFC 9110, sections 14 and 15). */
export function judgeAnswer(answer: Answer, receivedBytes: number, sizeBytes: number): Verdict {
  // The page of a network that wants one to sign in, most likely: it says nothing about what has arrived.
  if (/^text\/html\b/i.test(answer.contentType ?? '') && answer.status < 300) return 'refused'
  if (answer.status === 206) return judgePart(answer, receivedBytes, sizeBytes)
  if (answer.status === 200) {
    const isOther = answer.contentLength !== null && Number(answer.contentLength) !== sizeBytes
    return isOther ? another(receivedBytes) : 'from-start'
  }
  if (answer.status === 416 && receivedBytes > 0) return 'ask-anew'
  return PASSING.has(answer.status) ? 'passing' : 'refused'
}

function judgePart({ contentRange }: Answer, receivedBytes: number, sizeBytes: number): Verdict {
  const match = /^bytes (\d+)-\d+\/(\d+|\*)$/.exec(contentRange ?? '')
  if (!match || Number(match[1]) !== receivedBytes) return receivedBytes > 0 ? 'ask-anew' : 'refused'
  return match[2] === '*' || Number(match[2]) === sizeBytes ? 'append' : another(receivedBytes)
}

/** What has arrived may be right although the server has another file now. */
const another = (receivedBytes: number): Verdict => (receivedBytes > 0 ? 'refused' : 'other-file')

const FIRST_WAIT_MS = 1000
const LONGEST_WAIT_MS = 30_000

/** How long to wait before trying again after so many failures in a row: 1, 2, 4… seconds, 30 at most. */
export const waitBeforeMs = (failures: number): number => Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1))
