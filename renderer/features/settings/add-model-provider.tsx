import { createContext, type ReactNode, useContext } from 'react'
import { useAddModelSteps } from './use-add-model.ts'
import { useModelNews } from './use-model-news.ts'

type AddModelSteps = ReturnType<typeof useAddModelSteps>
const AddModelContext = createContext<AddModelSteps | null>(null)

/** Keeps the adding of a model going while one looks at other screens, and tells how downloads and measurements end. */
export function AddModelProvider({ children }: { readonly children: ReactNode }) {
  useModelNews()
  return <AddModelContext value={useAddModelSteps()}>{children}</AddModelContext>
}

/** The adding of a model: where it stands, how to start and to cancel it. */
export function useAddModel(): AddModelSteps {
  const steps = useContext(AddModelContext)
  if (!steps) throw new Error('useAddModel outside AddModelProvider')
  return steps
}
