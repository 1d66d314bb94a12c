/** Where a story is shown. */
export const storyPath = (storyId: string): string => `/stories/${storyId}`

/** Where the attempts at a story are shown on a timeline. */
export const historyPath = (storyId: string): string => `/stories/${storyId}/history`

/** Where two attempts at a story are compared, the earlier one first. */
export const comparePath = (before: string, after: string): string => `/compare/${before}/${after}`

/** Where a story is rehearsed, with the question that is asked. */
export const rehearsePath = (storyId: string, questionId: string | null): string =>
  `/rehearse/${storyId}${questionId ? `?question=${encodeURIComponent(questionId)}` : ''}`

/** Where the report on an attempt is shown; with the session it belongs to, it leads on to the next prompt. */
export const attemptPath = (attemptId: string, sessionId: string | null = null): string =>
  `/attempts/${attemptId}${sessionId ? `?session=${sessionId}` : ''}`

/** Where a session goes on, or shows how it went; `again` asks one of its prompts once more. */
export const sessionPath = (sessionId: string, again: number | null = null): string =>
  `/sessions/${sessionId}${again === null ? '' : `?again=${again}`}`
