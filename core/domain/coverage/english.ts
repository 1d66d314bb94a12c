import { wordSet } from '../word-set.ts'

/** Words that carry grammar, not content. */
export const STOP_WORDS = wordSet(`
  a an the this that these those there here it its he him his she her hers they them their theirs we us our ours i me my
  mine you your yours who whom whose which what when where why how and or but nor so if then than as of at by for with
  about into onto to from in on up off out over under between through during before after until while because though
  although is am are was were be been being do does did doing done have has had having will would shall should can could
  may might must not no never none also just only very really quite too even still yet again much many more most some any
  each every all both other another such own same well now okay ok yeah yes um uh like sort kind basically actually mean
  know let lets s t d m ll re ve er erm hmm oh ah right sorry wait per via within without versus vs against instead rather
  neither either else however myself ourselves itself themselves himself herself something anything everything someone anyone
  everyone somebody anybody everybody thing things lot bit one ones rest`)

/** Content words so common in stories that finding one proves little; they count for less. */
export const LIGHT_WORDS = wordSet(`
  get got make made take took taken give gave go went come came use used need needed want wanted work worked time way new
  good big first last next back day people start started begin began say said tell told ask asked think thought see saw
  look try tried put set keep kept help helped able found find show showed let become became happen happened run
  project team company job problem issue part week month year today later finally number different`)

/** Words that deny what follows them. */
export const NEGATORS = wordSet(`
  not no never none nobody nothing neither nor without cannot cant dont didnt doesnt wasnt werent isnt arent couldnt
  wouldnt shouldnt wont hasnt havent hadnt aint hardly barely lack lacked lacking refused avoided instead rather
  unable`)

/** Words after which a denial no longer holds. */
export const SCOPE_ENDS = wordSet('but because so although though while until which since whereas then')

/** Words of statements that hold in general, and of opinions. */
export const GENERAL_WORDS = wordSet(`
  is are am do does can should always never often usually sometimes every people anyone think believe guess
  has have love hate enjoy prefer matters depends generally general interesting important typically tend normally`)
