import { useRead } from '../shared/use-core.ts'

export interface ProgressAsked {
  readonly bankId: string | null
  readonly days: number | null
}

/** How practice went over time, of one bank or of all. */
export const useProgress = ({ bankId, days }: ProgressAsked) => useRead('progress.overview', { bankId, days })

/** How many prompts come up on the coming days. */
export const useForecast = (days: number) => useRead('practice.forecast', { days }).data

/** The banks, to choose one. */
export const useBankTitles = () => useRead('banks.list', {}).data ?? []
