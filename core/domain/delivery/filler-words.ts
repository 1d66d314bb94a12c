import { wordSet } from '../word-set.ts'

/** Sounds of hesitation. */
export const HESITATION = /^(u+m+|u+h+|e+r+m*|a+h+|h+m+|m+h*m+|uhm|erm|eh)$/

/** A clause or sentence can begin with these and still fill: "Okay, so we…". */
export const OPENERS = wordSet('so well okay ok right alright anyway')

/** Before a tag ("that's right?", "is it okay?") these make it a real answer or question. */
export const BEFORE_REAL_TAG = wordSet(`
  is was are were be been it's that's isn't wasn't it that this all the get got feel feels not everything quite
  just sound looked seem seemed exactly you're he's she's they're you i'm were about turn go went do did make only say
  said says always never my your his her our their`)

/** Who says what follows: "she said, okay, let's go". */
export const SAYING = wordSet('said says say told replied answered thought shouted asked')

/** After these "sort of" and "kind of" name a sort or a kind. */
export const KIND_BEFORE = wordSet(`
  a an any the this that these those what which some every each all another same certain one two three different new
  other right wrong first only best my your his her our their no many few various what's whatever`)

/** With these a phrase of its own begins: "kind of" before them softens nothing, it fills. */
export const BEFORE_NOUN_PHRASE = wordSet(`
  the a an my our your his her their this that these those i we you he she it they to and but in on at for with like
  from there because if when where how what why who`)

/** Before these "you know" has an object; after `KNOWN_BEFORE` a subject of its own or a question. */
export const KNOWN_AFTER = wordSet(`
  that what how who why where if the your whether when which about it him her them this these those a my our his
  anything something nothing everything better exactly more each me us anyone someone best`)
export const KNOWN_BEFORE = wordSet(`
  do did if as let would what before didn't don't that thing things all everything because how until once than when
  whether wouldn't never who people someone ever should could might to`)

/** After these "actually" fills; elsewhere, before a verb, it means something. */
export const ACTUALLY_AFTER = wordSet('and but so because it is was')

/** Words by which grammar holds together: said twice, they are slips. */
export const FUNCTION_WORDS = wordSet(`
  a an the and but or so if then because that this these those to of in on at for with from by about into as than
  i i'm i've i'd i'll we we're we've we'd we'll you you're he he's she she's it it's they they're they've there there's
  my our your his her their its me us him them is was were are am be been do did does have has had can could will
  would should might may must not what when where who how which while after before`)

/** English doubles these on purpose. */
export const DOUBLED = wordSet(`
  had that very really no yes so much far many more long again over bye well wait now never always hear knock ha there
  please oh okay ok ho tut chop night out too big`)

const BE = ['am', 'is', 'are', 'was', 'were', "i'm", "it's", "we're", "they're", "wasn't", "weren't", "isn't"]
/** Forms of one verb: "I was I am" starts anew. */
export const FAMILIES: readonly ReadonlySet<string>[] = [
  new Set(BE),
  wordSet('have has had'),
  wordSet('do does did'),
  wordSet('can could'),
  wordSet('will would'),
]

/** Subjects a speaker starts anew with. */
export const SUBJECTS = wordSet('i we you he she it they there')
/** After these a second clause may follow at once: "all we had we shared". */
export const RELATIVES = wordSet('what all everything that whatever whichever who than thing things one way time as')
