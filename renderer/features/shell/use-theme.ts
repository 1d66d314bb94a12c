import { useEffect } from 'react'
import { useSettings } from '../shared/use-settings.ts'

/** Puts the chosen theme on the page; `system` leaves it to the system. */
export function useTheme(): void {
  const theme = useSettings()?.theme
  useEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'light' || theme === 'dark') dataset.theme = theme
    else delete dataset.theme
  }, [theme])
}
