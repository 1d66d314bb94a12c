import { useRead } from '../shared/use-core.ts'

/** The banks with their sections and questions; undefined until they are read. */
export const useBanks = () => useRead('banks.list', {}).data
