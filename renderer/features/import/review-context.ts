import { createContext, useContext } from 'react'
import type { ReviewModel } from './use-review.ts'

const ReviewContext = createContext<ReviewModel | null>(null)

/** Gives a preview to everything that shows a piece of it. */
export const ReviewProvider = ReviewContext.Provider

/** The preview that this is a piece of. */
export function useReviewModel(): ReviewModel {
  const review = useContext(ReviewContext)
  if (!review) throw new Error('useReviewModel outside ReviewProvider')
  return review
}
