import { LABEL_WORDS, type LabelWord } from './label-words.ts'

// "What was my job?", "Was war die Ausgangslage", "Quel a été le résultat": the noun at the end names the part.
const ASKS_FOR_NOUN =
  /^(?:what|which|where|was|welche[srn]?|quel(?:le)?|cuál|qué|qual|quale|wat|welke|jaka|jaki|jakie|како[йева]|какая|каков|vad|hvad|hva) (?:was|were|war|waren|était|a été|fut|era|fue|foi|è stato|was|was het|była|był|było|была|был|было|была у меня|var) (?:(?:the|my|our|your|die|das|der|mein|meine|unser|unsere|le|la|mon|ma|el|mi|a|o|minha|meu|il|lo|mio|mia|de|het|mijn|moje|moja|mój|мо[йея]|моя) ){0,2}(?:l')?(\p{L}+)$/u

const ASKED: readonly [Exclude<LabelWord['role'], 'other'>, RegExp][] = [
  [
    'situation',
    /^(?:(?:when and )?where (?:was|were|did) (?:i|we|you|it|this)(?: happen| take place)?|what was (?:happening|going on|wrong|it about)|what went wrong|what(?: was|'s| is) the (?:story|context)|who was (?:there|involved)|worum ging es|was ist passiert|que s'est[ -]il passé|qué ocurrió|что случилось|当时发生了什么|发生了什么|どんな状況でしたか|어떤 상황이었나요)$/u,
  ],
  [
    'task',
    /^(?:what (?:did|was|were) (?:i|we|you) (?:have to|need to|want to|asked to|supposed to|expected to|trying to|responsible for|want|need)(?: (?:do|achieve|solve|fix|reach))?|what (?:had|needed) to (?:be done|happen|change)|what was (?:expected|asked|needed|required|at stake)(?: (?:of|from) (?:me|us|you))?|was (?:musste|sollte|wollte) ich(?: tun| erreichen)?|que devais[ -]je faire|qué tenía que hacer|o que eu (?:precisava|tinha que) fazer|cosa dovevo fare|wat moest ik doen|co miałem zrobić|co miałam zrobić|我需要做什么|我的任务是什么|ne yapmam gerekiyordu)$/u,
  ],
  [
    'action',
    /^(?:(?:what|how) (?:did|have) (?:i|we|you) (?:actually |then |personally |really )?(?:do|done|act|respond|react|solve|handle|approach|tackle|fix|go about|deal with)(?: (?:it|that|this|about it|about this))?|what (?:actions?|steps) (?:did|have) (?:i|we|you) (?:take|taken)|was habe ich (?:getan|gemacht|unternommen)|wie (?:bin|habe) ich (?:vorgegangen|reagiert|gelöst)|qu'(?:ai[ -]je|est[ -]ce que j'ai) fait|que hice|qué hice|o que (?:eu )?fiz|(?:che )?cosa ho fatto|wat (?:deed ik|heb ik gedaan)|co zrobiła?[mś]|что (?:я|мы) (?:с?делала?|сделали)|我(?:具体)?(?:做了什么|怎么做的)|何をしましたか|私は何をしたか|무엇을 했나요|ne yaptım)$/u,
  ],
  [
    'result',
    /^(?:what (?:did|have) (?:i|we|you) (?:achieved?|accomplish(?:ed)?|get out of it)|how did (?:it|things|this|that|it all|the story) (?:end|go|turn out|work out|finish)(?: up)?|what (?:changed|came of it|came out of it|happened (?:next|then|in the end|afterwards))|was kam (?:dabei )?heraus|wie ging es aus|comment cela s'est[ -]il terminé|cómo terminó|como terminou|com'è finita|hoe liep het af|jak się skończyło|чем (?:вс[её] )?закончилось|结果(?:如何|怎么样|是什么)|結果はどうでしたか|결과는 어땠나요|ne oldu|sonuç ne oldu)$/u,
  ],
  [
    'learning',
    /^(?:what (?:did|have|would|will|do) (?:i|we|you) (?:learn(?:ed|t)?|take away|do differently|change|take with (?:me|us|you)|do again)(?: (?:from (?:it|this|that)|next time|today|with me))?|was habe ich (?:daraus |dabei )?gelernt|was würde ich anders machen|qu'(?:ai[ -]je|est[ -]ce que j'ai) appris|qué aprendí|o que (?:eu )?aprendi|(?:che )?cosa ho imparato|wat (?:leerde ik|heb ik geleerd)|czego się nauczył[ae]m|чему я научил(?:ся|ась)|我学到了什么|何を学びましたか|무엇을 배웠나요|ne öğrendim)$/u,
  ],
]

/** The part that a question announces when its answer stands below, as in "What was my job?"; takes words in lower case. */
export function questionMeans(words: string): LabelWord | null {
  const noun = ASKS_FOR_NOUN.exec(words)?.[1]
  const named = noun ? (LABEL_WORDS.get(`my ${noun}`) ?? LABEL_WORDS.get(noun)) : undefined
  // "What was your challenge?" is more likely a question of the interviewer's.
  if (named && (named.canonical || LABEL_WORDS.has(`my ${noun}`))) return named
  const asked = ASKED.find(([, asks]) => asks.test(words))
  return asked ? { role: asked[0], canonical: true } : null
}
