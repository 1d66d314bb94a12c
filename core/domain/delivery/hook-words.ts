const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter((word) => word !== ''))

/** Words of trouble, in any trade: a listener wants to know how it ended. */
export const TROUBLE = list(`
  problem problems broke broken failed failing failure refused complained complaint complaints deadline angry furious
  upset risk risks conflict disagreed disagreement argument argued crisis emergency fire flood flooded lost losing stuck
  wrong late delayed behind missed missing accident injured hurt collapsed crashed threatened quit resigned shortage
  understaffed struggling struggled struggle bleeding dying died cancelled canceled rejected mistake mistakes leak leaking
  outage bug vulnerability incident urgent urgently overdue bankrupt closing scared crying cried screaming shouting
  stolen theft fraud dropped falling bottleneck overwhelmed chaos mess nobody impossible danger dangerous unsafe
  annoyed frustrated worst disaster trouble challenge challenging`)

/** A sentence of these alone says nothing yet. */
export const EMPTY = list(`
  so um uh er erm well okay ok right yeah yes alright sure great thanks thank you hmm oh ah now let me think see good
  question that's a i of course the for`)

/** A name after these says where, which is set-up. */
export const PLACES = list('at for with in from joined near to of on called named since during through')

/** Capital letters that name nothing a listener holds on to. */
export const PLAIN_CAPITALS = list(`
  i i'm i've i'd i'll monday tuesday wednesday thursday friday saturday sunday january february march april may june
  july august september october november december english christmas ok okay um uh so well mr mrs ms dr`)
