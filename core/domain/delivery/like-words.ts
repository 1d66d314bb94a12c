const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** "It was like really slow": before a degree, "like" compares nothing. */
export const DEGREES = list(`
  really very so super totally completely pretty literally actually basically absolutely extremely honestly way too
  crazy kind sort okay oh no yeah wow hey wait um uh maybe probably`)

/** Forms of "be"; in `CARRIERS` also verbs before an amount: "we had like fifty". */
export const BE = list("is was are were be been being am it's that's wasn't isn't weren't they're we're i'm he's she's")
export const CARRIERS = list(`
  have had has having got get took take takes took spent lost made paid waited only just maybe about after before within
  in for at with to by over from every on under than of around up another last next`)

/** Prepositions after which "like" never compares. */
export const PREPOSITIONS = list(
  'for in with at after within by from about over under of on during before into through',
)
/** What an amount or a thing begins with. */
export const DETERMINERS = list(`
  a an the my our your his her their every all this that these those some no any another half nearly almost
  hundreds thousands dozens`)

/** "And like we had to": after these, before a subject; `OTHERS` never stand for what was said before. */
export const JOINERS = list('and but so because cause cuz then or plus')
export const SUBJECTS = list(`
  i we they he she it i'm we're they're it's i'd we'd i've we've he's she's i'll we'll`)
export const OTHERS = list('there nobody everybody everyone somebody')

/** "Like we agreed", "like I said": what was said or known before. */
export const AS_SAID = list(`
  said say says mentioned agreed planned discussed expected promised did do does always usually normally told explained
  wanted hoped used had've should would are were was could`)

/** After "like a", amounts. */
export const ROUND = list('hundred thousand million dozen couple few lot bunch third quarter')
