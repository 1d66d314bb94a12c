/** Where both hosts serve the recording of an attempt, with range requests; relative to the page. */
export const audioUrl = (attemptId: string): string => `audio/${encodeURIComponent(attemptId)}.wav`
