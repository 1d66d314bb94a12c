const names = new Intl.DisplayNames(['en'], { type: 'language' })

/** A language by its English name: `de` is German. */
export const languageName = (code: string): string => names.of(code) ?? code
