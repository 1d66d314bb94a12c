import { languageName } from '#domain/speech/languages'
import { useRead } from '../shared/use-core.ts'

/** Why the model cannot hear this bank's language, in a sentence; null when it can. */
export function useLanguageGap(bankId: string): string | null {
  const bank = useRead('banks.list', {}).data?.find(({ id }) => id === bankId)
  const model = useRead('models.list', {}).data?.find(({ active }) => active)
  if (!bank?.language || bank.language === 'en' || !model || model.multilingual) return null
  return `This bank is in ${languageName(bank.language)}, but the speech model ${model.name} knows English only.`
}
