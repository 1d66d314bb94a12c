import { stemmer } from 'stemmer'
import { LIGHT_WORDS, STOP_WORDS } from '../coverage/english.ts'
import { wordSet } from '../word-set.ts'

/** Longer words that stories about work are told with, whatever the trade; no engine needs help with them. */
const STORY_WORDS = wordSet(`
  story since while after during until unless once despite meanwhile later today zero one two three four five six seven
  eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety thousand billion
  about accept according account achieve across action active actual additional address advice afternoon agency agree
  already although always amount analyse analyst anything appointment approach approval architect archive around arrange
  arrive article assistant associate attention audience automatic available average backup beautiful because before begin
  behaviour behind believe beside benefit better between beyond board bottom branch bring budget build business calculate
  calendar campaign cancel candidate capable capacity career careful category cause centre certain challenge change charge
  cheaper choose claim class classroom clear client close coach colleague collect college comfortable commercial commit
  committee common communicate community compare competition complain complete complex complicate concern condition
  conference confidence confirm conflict connect consequence consider construct consultant contact continue contract
  contribute control conversation convince coordinate correct couple course create crisis criterion culture current
  customer cycle damage danger database deadline decide decision decrease define degree delay deliver demand department
  depend describe description design detail determine develop difference difficult direct director disagree discount
  discover discuss dispatch document dollar double doubt dozen early economic education effect efficient effort electric
  electronic emergency employee encourage engineer enough ensure entire environment equipment error especial essential
  establish estimate evening event eventual everybody evidence exact example excellent except excite exercise expect
  expensive experience expert explain explore express extension external extra factory failure familiar family fault
  feature feedback field figure final finance finish first follow forget format forward foundation frequent friend
  frustrate function future general generate great group growth guarantee guest handle happen health heavy holiday hospital
  however hundred idea identify image immediate impact implement important impossible impress improve incident include
  increase independent individual industry influence inform initial innovate inside inspect instead insurance integrate
  interest internal international interview introduce invest investigate invite invoice involve itself journey judge
  kitchen knowledge language large leader leadership learn leave lesson letter level library limit listen literal local
  location machine maintain maintenance manage management manager manual market material matter maximum measure meeting
  member memory mention message method middle million minimum minute mistake modern moment money monitor month morning
  mostly motivate multiple natural necessary negotiate neighbour network nobody normal notebook notice nothing numerous
  object obvious occasion offer office official often operate operation opinion opportunity option order ordinary organise
  organize original otherwise outcome outside overnight overtime owner ownership package paper parent participate particular
  partner patient pattern payment people percent perfect perform performance perhaps period permanent person personal
  phone photograph physical picture pipeline place platform please point policy popular position positive possible power
  practical practice prepare present president pressure prevent previous price principle printer priority private probable
  procedure process produce product production professional professor profit program programme progress promise promote
  proper property propose protect provide public publish punctual pupil purchase purpose quality quarter question quiet
  rather reach reaction reading ready realise realize reason receive recent recognise recommend record recover reduce refer
  reflect refuse regional regular relation relationship relationships release relevant remember remove repair repeat replace
  report represent request require research resolve resource respond response responsible restaurant restore result return
  review satisfy saturday schedule school science screen search season second section secure security senior sentence
  separate serious service session settle several shift should signature significant similar simple single situation
  society software solution solve somebody something special specific speech spend staff stage stakeholder standard
  standup station storage strategy street strength stress strong structure student studies subject succeed success
  successful suddenly suggest summer supplier supply support suppose surprise survey system teacher team technical
  technician technology telephone temperature terrible theatre themselves theory therefore thought thousand through ticket
  together tomorrow topic total touch towards track trade tradition traffic training transfer transport travel trouble
  trust tutorial typical understand university until update upgrade upstairs urgent usual vacation value various vehicle
  version video village visit visitor volunteer warehouse warning water website weekend weekly weight welcome whatever
  wheel whether without woman wonder workshop worker worry wrong yesterday yourself requirement infrastructure optimize
  optimise application developer development deployment meanwhile afterwards everything everyone
  everywhere delivery recovery reduction migration execution notification dashboard affect authority transaction timeline
  occur expertise architecture architectural instance catalogue children perfect`)

const stemOf = (word: string) => stemmer(word.replace(/ly$/, '').replace(/iz(?=e|ing|ation)/, 'is'))

const STEMS = new Set([...STORY_WORDS, ...LIGHT_WORDS, ...STOP_WORDS].map(stemOf))

/** Whether a small-letter word, in any of its forms, is one that every listener knows. */
export const isEveryday = (word: string): boolean => STEMS.has(stemOf(word))
