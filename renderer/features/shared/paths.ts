/** Where a story is shown. */
export const storyPath = (storyId: string): string => `/stories/${storyId}`

/** Where a story is rehearsed, with the question that is asked. */
export const rehearsePath = (storyId: string, questionId: string | null): string =>
  `/rehearse/${storyId}${questionId ? `?question=${encodeURIComponent(questionId)}` : ''}`

/** Where the report on an attempt is shown. */
export const attemptPath = (attemptId: string): string => `/attempts/${attemptId}`
