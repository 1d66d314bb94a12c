import { type Block, RANK } from './blocks.ts'
import { countWords, plain } from './inline.ts'

const OPEN =
  /^[\s>([*_~→-]*(?:TODO|TO-DO|TO DO|TBD|TBC|TBA|FIXME|WIP|XXX+|N\/A|\?{3,}|待补|待定|待填|未定|要確認|要追記|추가 예정)(?![\p{Ll}\p{N}])/u
const ERRAND =
  /(?<!\p{L})(?:to ?do|ask|add|check|find out|look up|still (?:missing|open|to)|missing|need(?:s)? (?:a |the |more )?(?:number|figure|metric|detail|result|example)s?|fill in|to be (?:added|done|written|filled|completed)|fehlt|fehlen|fragen|nachfragen|ergänzen|nachtragen|klären|prüfen|falta|faltan|preguntar|añadir|completar|buscar|manque|demander|ajouter|vérifier|compléter|falta|perguntar|acrescentar|verificar|manca|chiedere|aggiungere|verificare|ontbreekt|vragen|aanvullen|navragen|brakuje|zapytać|dopisać|uzupełnić|спросить|добавить|уточнить|дописать|не хватает|补充|補充|确认|確認|追記|eksik|sor|ekle|확인|추가)(?!\p{L})/iu
const ARROW = /^\s*(?:→|➜|->|=>)\s*(.+)$/u
const BRACKETED = /^\s*[([（［]([^()[\]]+)[)\]）］][.!?]*\s*$/u
const MAX_WORDS = 16

/** Whether a line is its writer's reminder to finish the text, as in "TODO: ask Marta", "(number missing)", "→ check the date". */
export function isReminder(marked: string): boolean {
  const text = plain(marked).trim()
  if (countWords(text, MAX_WORDS + 1) > MAX_WORDS) return false
  if (OPEN.test(text)) return true
  const errand = BRACKETED.exec(text)?.[1]
  if (errand !== undefined) return ERRAND.test(errand) && !/(?<!\p{L})(?:I|we)(?!\p{L})/u.test(errand)
  const sent = ARROW.exec(text)?.[1]
  return sent !== undefined && ERRAND.exec(sent)?.index === 0
}

/** Whether words behind a label are the question of a worksheet, as in "(What did you do?)". */
export const isHint = (marked: string): boolean => /^\s*[([（].*[?？][)\]）]\s*$/su.test(plain(marked))

// How chat assistants say goodbye, and what they offer to do next.
const OFFER =
  /^(?:would you like (?:me )?to|do you want me to|want me to|shall i|should i (?:also|make|add)|(?:just )?let me know (?:if|which|when|whether|how|what)|just let me know|feel free to|i hope (?:this|these|that) helps?|hope (?:this|these|that) helps?|if you(?:'d|’d| would)? (?:like|want|need)[^.]{0,60}(?:i can|let me|just)|i can also|good luck with|is there anything else|remember to (?:practi[cs]e|tailor|adapt)|these (?:answers|examples|stories) (?:are|can|should)|möchtest du,? dass ich|möchten sie,? dass ich|soll ich (?:dir|ihnen|noch|auch|die|das|eine)|sag(?:en sie)? (?:mir )?(?:einfach )?bescheid|wenn du (?:möchtest|willst),? kann ich|ich hoffe,? das hilft|souhaitez-vous que je|voulez-vous que je|n'hésitez pas|dites-moi si|¿?(?:quieres|te gustaría|desea|deseas) que|avísame|espero que (?:te|esto|le|isso)|(?:gostaria|quer|deseja) que eu|me avise|vuoi che|fammi sapere|spero che|wil je dat ik|laat me weten|chcesz,? żebym|daj mi znać|хотите,? чтобы я|дайте (?:мне )?знать|надеюсь,? это|需要我|如果你(?:需要|想)|希望(?:这|這|对|對)|ご希望でしたら|必要であれば|원하시면|istersen)/iu

/** Whether a block turns to the reader, as chat assistants do below what they wrote. */
export const turnsToReader = (block: Block): boolean =>
  block.kind === 'text' &&
  block.rank >= RANK.subhead &&
  !block.fenced &&
  OFFER.test(plain(block.text).replace(/^[\s\p{So}\p{VS}]+/u, ''))
