import type { Trait } from './delivery.ts'

/**
 * Phrases in which an answer shows a trait: what someone did, not the name of the virtue ("teamwork" shows none).
 * Small letters, commas kept.
 */
export const TRAIT_PHRASES: Readonly<Record<Exclude<Trait, 'impact'>, readonly RegExp[]>> = {
  initiative: [
    /\b(?:nobody|no one) (?:had )?(?:asked|told) (?:me|us)(?: to)?\b/g,
    /\bwithout (?:being|having been) (?:asked|told)(?: to)?\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:volunteered|proposed|suggested|stepped (?:in|up)|spotted|initiated|pushed for|put myself forward)\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:took|decided to take) (?:\w+ )?(?:the lead|ownership|charge|responsibility|the initiative|it on|it upon myself|that on)\b/g,
    /\bi (?:offered|decided|chose) to\b/g,
    /\bi (?:set up|started|came up with|put together|drew up|wrote up) (?:a|an|my own|the first)\b/g,
    /\b(?:on|in) my own (?:initiative|time)\b|\bi made it my (?:job|business)\b|\bit wasn't (?:really )?my job\b/g,
  ],
  collaboration: [
    /\b(?:i|we) (?:(?!never|not|hardly|rarely)\w+ )?(?:worked|sat down|sat|met|teamed up|partnered|paired|collaborated|joined forces|checked|consulted|agreed|talked it through) (?:closely )?(?:together )?with\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:brought|got|pulled|called) (?:\w+ ){1,4}(?:together|on board|into the room|around the table)\b/g,
    /\b(?:i|we) (?:asked|invited) (?:\w+ ){1,5}(?:for (?:help|input|advice|their|his|her|feedback)|to join|what (?:they|he|she))\b/g,
    /\b(?:together we|we all agreed|as a team|side by side|between us|with the help of|i (?:asked for|got) help)\b/g,
  ],
  data: [
    /\b(?:the|our|my) (?:data|numbers|figures|results|records|survey|logs|charts?|feedback|audit|count|measurements|evidence)(?: \w+)? (?:showed|shows|told|said|suggested|pointed|proved|confirmed|made it clear)\b/g,
    /\b(?:i|we) (?:(?!never|not|hardly|rarely)\w+ )?(?:measured|tracked|counted|timed|analy[sz]ed|surveyed|weighed up|calculated|benchmarked|worked out|compared|added up|kept a (?:log|record|tally))\b/g,
    /\b(?:i|we) (?:(?!never|not|hardly|rarely)\w+ )?(?:looked at|checked|pulled|went through|gathered|collected|reviewed|studied|dug into) (?:\w+ ){0,3}(?:data|numbers|figures|logs|records|charts?|sales|feedback|statistics|metrics|scores|results|reports)\b/g,
    /\bbased on (?:the|our|that|those|what) (?:data|numbers|figures|results|evidence|feedback|we (?:saw|measured))\b/g,
  ],
  credit: [
    /\b(?:thanks|credit|kudos|hats off) (?:also )?(?:to|goes to) (?!that\b|this\b|the (?:new|change|fix))(?:\w+)/g,
    /\bmy (?:colleague|colleagues|team|teammate|mentor|manager|boss|supervisor|partner|assistant|apprentice|co ?worker) (?!and i\b)(?:\w+ )?(?:did|helped|built|found|came up|taught|showed|spotted|suggested|fixed|made|noticed|supported|deserves?|wrote|designed|had the idea)\b/g,
    /\b(?:i|we) (?:(?!never|not|hardly|rarely)\w+ )?(?:gave|shared|give) (?:\w+ ){0,4}credit\b|\bshare the credit\b/g,
    /\b(?:couldn't|could not|wouldn't|would not) have (?:done|managed|made|got|finished|pulled) (?:\w+ ){0,4}without\b/g,
    /\bi (?:\w+ )?thanked\b|\b(?:it was|that was) (?:really )?a team effort\b|\bit wasn't just me\b/g,
  ],
  'self-awareness': [
    /\bi (?:should|could) (?:have|not have)\b|\bi should've\b|\b(?:looking|thinking) back\b|\b(?:in|with) hindsight\b/g,
    /\b(?:i|what i) (?:\w+ )?(?:learned|learnt|realised|realized)\b|\bit taught me\b|\b(?:the|my) (?:big |main |biggest )?(?:lesson|takeaway)\b/g,
    /\bmy (?:own )?(?:mistake|fault|weakness|blind spot|weak spot|first mistake)\b|\bi (?:was wrong|got it wrong|made a mistake|misjudged|underestimated|overestimated|didn't know)\b/g,
    /\b(?:next time|today|now) i(?: would|'d|'ll| always)\b|\bi would (?:do|have done) (?:\w+ ){0,3}differently\b|\bsince then,? i\b/g,
    /\bi (?:asked for feedback|admitted|owned up|apologi[sz]ed)\b/g,
  ],
  leadership: [
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:led|delegated|mentored|coached|trained|supervised|organi[sz]ed|coordinated|chaired|onboarded|guided)\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:ran|headed|managed) (?:a|the|our|my|every|all) (?:\w+ )?(?:team|project|shift|crew|meeting|training|ward|department|class|kitchen|site|workshop|group)\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:split|divided|shared|handed) (?:\w+ ){0,3}(?:work|tasks|jobs|shifts)\b|\bi (?:had|let) (?:him|her|them) (?:lead|run|take)\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:set|agreed) (?:\w+ ){0,2}(?:goals?|expectations|a plan|priorities|the direction)\b|\bi made (?:the call|the decision)\b/g,
  ],
  customer: [
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:listened to|visited|called|rang|spoke to|spoke with|talked to|talked with|asked|reassured|sat with|sat down with|interviewed|apologi[sz]ed to) (?:the|a|our|my|every|each|some|several|two|three|ten|her|his) (?:\w+ ){0,2}(?:customers?|clients?|patients?|guests?|users?|parents?|famil(?:y|ies)|residents?|students?|pupils?|mother|father|tenants?|buyers?|shoppers?)\b/g,
    /\b(?:from|in) the (?:customer|client|patient|guest|user|student|pupil|child|resident|family)'?s'? (?:point of view|perspective|side|shoes|eyes)\b/g,
    /\b(?:customers?|clients?|patients?|guests?|users?|parents?|famil(?:y|ies)|residents?|pupils?|students?) (?:\w+ )?(?:were|was|felt|left|came back|thanked|wrote|loved|stopped complaining)(?: \w+)? (?:happy|happier|delighted|grateful|satisfied|calmer|safe|back|us|me|it)\b/g,
    /\bwhat (?:the |our )?(?:customers?|clients?|patients?|guests?|users?|parents?|famil(?:y|ies)|residents?|pupils?|students?|they) (?:really |actually )?(?:needed|wanted)\b/g,
  ],
  resilience: [
    /\bi (?:didn't|did not|refused to|wouldn't) (?:give up|panic|let it)\b|\b(?:i|we) kept (?:going|trying|at it|calm|my calm|pushing|my nerve)\b/g,
    /\b(?:i|we) (?:tried again|started (?:again|over|from scratch)|bounced back|adapted|recovered|adjusted|found another way|stayed calm|stuck with it|pushed through|carried on|regrouped)\b/g,
    /\b(?:despite|in spite of) (?:the|that|this|all|having|being|our|my)\b|\b(?:the )?(?:first|second) (?:try|attempt) (?:failed|didn't work)\b/g,
    /\bunder (?:a lot of |real |huge |so much )?pressure\b/g,
  ],
  communication: [
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:explained|presented|clarified|summari[sz]ed|briefed|listened|communicated|translated|demonstrated|informed|reported)\b/g,
    /\bi (?:\w+ )?kept (?:\w+ ){1,4}(?:informed|updated|posted|up to date|in the loop)\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:talked|spoke) (?:\w+ ){0,2}(?:to|with)\b|\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:walked|talked) (?:\w+ ){1,3}through\b/g,
    /\bin (?:plain|simple) (?:words|language|english|terms)\b|\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:wrote|sent|drew) (?:\w+ ){0,4}(?:email|update|summary|note|letter|one pager|diagram|sketch|report)\b/g,
    /\bi (?:(?!never|not|hardly|rarely)\w+ )?(?:convinced|persuaded)\b|\b(?:i|we) (?:had|held) (?:an?|the) (?:\w+ )?(?:conversation|talk)\b/g,
  ],
}

/** What has changed for the better or the worse: with a quantity beside it, a result in numbers. */
export const RESULT_VERBS =
  /\b(?:reduc(?:ed|ing)|cut(?:ting)?|increased|grew|grown|sav(?:ed|ing)|improved|dropped|fell|rose|raised(?! (?:it|this|that|(?:\w+ )?(?:concerns?|questions?|issues?))\b)|gained|delivered|finished(?! at\b)|won|sold|served|shortened|lowered|boosted|earned|reached(?! out\b)|hit|beat|halved|doubled|tripled|went (?:from|up|down)|brought (?:it |that |them )?down|came down|faster|slower|fewer|less(?! than\b)|quicker|cheaper|ahead of|down to|down by|up to|up by|down from|up from|under budget|returned(?! at\b)|passed(?! (?:on|it|them|him|her)\b)|zero)\b/g

/** What a bank's checklist, definition or title says when it asks for a trait. */
export const ASKED: Readonly<Record<Trait, RegExp>> = {
  initiative:
    /\b(?:initiative|pro-?active\w*|ownership|own(?:s|ed)? (?:it|the)|self-?starter|bias for action|without being (?:asked|told)|takes? charge|entrepreneur\w*)\b/i,
  collaboration:
    /\b(?:collaborat\w*|team-?work\w*|team player|team spirit|cross-?functional|work(?:s|ing)? (?:well )?(?:with others|together)|partnership|cooperat\w*)\b/i,
  data: /\b(?:data(?:-driven)?|metrics?|evidence(?:-based)?|measur\w+|analy(?:sis|tical|tics|se|ze)\w*|dive deep)\b/i,
  credit: /\b(?:credit\w*|recogni[sz]e (?:others|the team)|humility|humble|acknowledge\w* (?:others|the team))\b/i,
  'self-awareness':
    /\b(?:self-?aware\w*|self-?reflect\w*|reflect\w*|growth mindset|learn(?:ed|t|ing|s)? from|learn and be curious|own(?:ing)? (?:your |the )?mistakes?|humility|failures?|vocally self-critical|feedback)\b/i,
  impact:
    /\b(?:impact\w*|quantif\w+|results?-(?:driven|oriented)|deliver results|measurable|outcomes?|numbers|business value)\b/i,
  leadership:
    /\b(?:lead(?:s|er|ers|ership|ing)?|mentor\w*|coach\w*|delegat\w*|manag(?:ing|es?) (?:people|a team|teams))\b/i,
  customer:
    /\b(?:customers?|clients?|patients?|guests?|users?|stakeholders? needs|service mindset|students?|pupils?)\b/i,
  resilience:
    /\b(?:resilien\w*|persever\w*|persisten\w*|setbacks?|adapt\w*|adversity|pressure|grit|ambigu\w*|bounce back)\b/i,
  communication:
    /\b(?:communicat\w*|listen\w*|explain\w*|persua\w+|influenc\w*|convinc\w*|presentation skills?|storytelling|conflict resolution)\b/i,
}
