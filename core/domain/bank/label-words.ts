import type { Part } from '../story.ts'

/** What a label announces: a part of a story, or text around it. */
export type LabelRole = Part | 'note' | 'question' | 'definition' | 'title'

export interface LabelWord {
  role: LabelRole
  /** True for plain names, such as that of the part; false for words that need company to be believed. */
  canonical: boolean
}

type Lists = Partial<Record<LabelRole, readonly string[]>>

// A line a group of languages: en, de, then Romance and other Latin scripts, other scripts, and languages with few words.
const NAMES: Lists = {
  situation: [
    'situation|situations',
    'ausgangslage|ausgangssituation',
    'situación|situaciones|situação|situações|situazione|situatie|sytuacja',
    'ситуация|ситуации|情境|情景|情况|情況|状况|狀況|状況|背景|현황|상황|シチュエーション',
    'durum|situationen|situasjon|situasjonen|tilanne|situace|situácia|situația|situație|situaţia|helyzet|κατάσταση|ситуація|situasi|tình huống|الموقف|स्थिति',
  ],
  task: [
    'task|tasks',
    'aufgabe|aufgaben|aufgabenstellung',
    'tâche|tâches|tarea|tareas|tarefa|tarefas|compito|compiti|taak|taken|zadanie|zadania',
    'задача|задачи|任务|任務|課題|タスク|과제|과업',
    'görev|uppgift|uppgiften|opgave|opgaven|oppgave|oppgaven|tehtävä|úkol|úloha|sarcina|sarcină|feladat|καθήκον|завдання|tugas|nhiệm vụ|المهمة|कार्य',
  ],
  action: [
    'action|actions',
    'aktion|aktionen|handlung|handlungen',
    'acción|acciones|ação|ações|acção|acções|azione|azioni|actie|acties|działanie|działania|akcja',
    'действие|действия|行动|行動|アクション|행동',
    'eylem|eylemler|aksiyon|handling|handlinger|handlingar|handlingen|toiminta|akce|akcia|acțiune|acțiuni|acțiunea|acţiune|cselekvés|δράση|ενέργεια|ενέργειες|дія|дії|tindakan|aksi|hành động|الإجراء|कार्रवाई',
  ],
  result: [
    'result|results',
    'ergebnis|ergebnisse|resultat|resultate',
    'résultat|résultats|resultado|resultados|risultato|risultati|resultaat|resultaten|rezultat|rezultaty|wynik|wyniki',
    'результат|результаты|结果|結果|결과',
    'sonuç|sonuçlar|resultatet|resultater|tulos|tulokset|výsledek|výsledky|výsledok|rezultatul|rezultate|eredmény|eredmények|αποτέλεσμα|αποτελέσματα|результати|hasil|kết quả|النتيجة|परिणाम',
  ],
  learning: [
    'learning|learnings',
    'lernen|lerneffekt|gelerntes|erkenntnis|erkenntnisse',
    'apprentissage|apprentissages|aprendizaje|aprendizajes|aprendizado|aprendizados|aprendizagem|aprendizagens|apprendimento|leerpunt|leerpunten|wnioski|wniosek',
    'вывод|выводы|反思|总结|總結|學習|学习|学び|배움|교훈',
    'öğrendiğim|öğrendiklerim|öğrenilen|öğrenim|lärdom|lärdomar|læring|lærdom|oppi|opit|poučení|ponaučení|poučenie|lecția|lecție|învățăminte|tanulság|tanulságok|δίδαγμα|διδάγματα|висновок|висновки|pembelajaran|pelajaran|bài học|الدرس المستفاد|सीख',
  ],
  note: [
    "feedback|comment|comments|teacher's comment|teacher's comments|teacher's feedback|coach's comment|coach's feedback|coach feedback|my coach|mentor feedback|grade|hook|the hook|tip|tips|pro tip|hint|hints|note|notes|my notes|why this works|why it works|why this story|why i like it|follow up|follow ups|followup|followups|follow up question|follow up questions|possible follow ups|possible follow up|possible follow up questions|possible followups|likely follow ups|likely follow up questions|expected follow ups|follow ups to expect|probing questions|tags|keywords|one liner|reminder|reminders|delivery notes|opening line|closing line|key phrases|keep in mind|red flags|rubric|scoring|score table|scorecard|evaluation criteria|assessment criteria|length|target length|spoken length|tl dr|tldr",
    'kommentar|anmerkung|anmerkungen|rückmeldung|notiz|notizen|tipp|tipps|hinweis|hinweise|aufhänger|nachfragen|mögliche nachfragen|rückfragen|mögliche rückfragen|anschlussfragen|stichworte|stichwörter',
    'accroche|conseil|conseils|astuce|astuces|remarque|remarques|questions de suivi|questions de relance|relances|mots clés|gancho|consejo|consejos|nota|notas|preguntas de seguimiento|posibles preguntas de seguimiento|repreguntas|etiquetas|palabras clave|dica|dicas|perguntas de seguimento|perguntas de acompanhamento|possíveis perguntas|palavras chave|consiglio|consigli|suggerimento|domande di approfondimento|parole chiave|vervolgvragen|trefwoorden|wskazówka|wskazówki|pytania dodatkowe|notatka|notatki',
    'крючок|зацепка|совет|советы|подсказка|заметка|заметки|примечание|примечания|дополнительные вопросы|уточняющие вопросы|возможные вопросы|теги|ключевые слова|提示|技巧|备注|備註|追问|追問|后续问题|跟进问题|可能的追问|关键词|關鍵詞|标签|標籤|メモ|ヒント|追加質問|コツ|キーワード|タグ|메모|팁|추가 질문|후속 질문|키워드|태그',
  ],
}

const SYNONYMS: Lists = {
  situation: [
    'context|business context|background|setup|set up|the setup|setting|the setting|scenario|circumstances|original setup|challenge|challenges|problem|problems|problem statement|complication|complications|initial situation|starting point|starting situation|the scene|backstory|what happened|what was happening|what was going on|what was wrong|what went wrong|the issue|issue|where i was|where we were|where it started|how it started|how it began|how it all began|the conflict|the trigger|trigger|the beginning|pain point',
    'kontext|hintergrund|herausforderung|herausforderungen|umfeld|problemstellung|anlass|was passiert ist|was passierte|was geschah|worum es ging|das problem|vorgeschichte',
    "contexte|défi|défis|problème|le problème|contexto|antecedentes|desafío|reto|problema|el problema|desafio|o problema|contesto|sfida|il problema|contexto inicial|ce qui s est passé|ce qui s'est passé|qué pasó|lo que pasó|o que aconteceu|cosa è successo|uitdaging|achtergrond|probleem|kontekst|wyzwanie|tło",
    'контекст|проблема|предыстория|вызов|что случилось|что произошло|起因|现状|挑战|挑戰|问题|問題|배경|문제|도전|背景と状況',
    'analysis|anticipated consequence|anticipated consequences|where and when|when and where|analyse',
    'arka plan|bağlam|zorluk|sorun|olay|bakgrund|sammanhang|utmaning|problemet|baggrund|kontext|udfordring|bakgrunn|utfordring|tausta|haaste|pozadí|výzva|problém|provocare|provocarea|háttér|kihívás|probléma|πλαίσιο|πρόκληση|πρόβλημα|передісторія|виклик|latar belakang|tantangan|bối cảnh|thách thức',
  ],
  task: [
    'goal|goals|objective|objectives|obstacle|obstacles|hindrance|responsibility|responsibilities|my role|our role|my task|my job|my part|my goal|our goal|my responsibility|your role|mission|assignment|target|aim|aims|mandate|what was expected|what was needed|what was asked|what was asked of me|what had to be done|what needed to be done|what had to happen|what i had to do|what we had to do|what i was asked to do|what i wanted|the ask|the brief|brief',
    'ziel|ziele|zielsetzung|auftrag|hindernis|hindernisse|meine rolle|meine aufgabe|unser ziel|mein ziel|meine verantwortung|was zu tun war|verantwortung',
    'objectif|objectifs|mon rôle|ma mission|mon objectif|obstacle rencontré|objetivo|objetivos|meta|obstáculo|obstáculos|mi papel|mi tarea|mi rol|mi objetivo|o meu papel|meu papel|obiettivo|obiettivi|ostacolo|ostacoli|il mio ruolo|doel|doelstelling|mijn rol|opdracht|cel|cele|moja rola|przeszkoda',
    'цель|цели|моя роль|моя задача|препятствие|поручение|目标|目標|职责|職責|障碍|目的|役割|목표|역할|장애물',
    'hedef|amaç|rolüm|sorumluluk|sorumluluğum|görevim|mål|målet|min uppgift|min opgave|min rolle|min roll|min oppgave|tavoite|roolini|tehtäväni|cíl|můj úkol|cieľ|moja úloha|obiectiv|obiectivul|rolul meu|cél|szerepem|feladatom|στόχος|ο ρόλος μου|мета|ціль|моє завдання|tujuan|peran saya|mục tiêu|vai trò của tôi',
  ],
  action: [
    'approach|my approach|our approach|steps|steps taken|the steps|action taken|actions taken|action steps|actions i took|action i took|steps i took|steps we took|my actions|my action|our actions|what i did|what we did|what i actually did|what i did about it|what we did about it|how i did it|how we did it|how i solved it|how we solved it|how i fixed it|how we fixed it|how i handled it|how we handled it|how i responded|how i approached it|how i tackled it|how i dealt with it|my response|my solution|our solution|solution|solutions|the fix|fix|resolution|response|intervention|implementation|execution|the work|my contribution',
    'vorgehen|vorgehensweise|maßnahme|maßnahmen|massnahme|massnahmen|lösung|lösungsweg|umsetzung|mein vorgehen|unser vorgehen|schritte|was ich tat|was ich getan habe|was ich gemacht habe|was wir getan haben|was wir gemacht haben|mein beitrag|lösungsansatz|ansatz|durchführung',
    "approche|démarche|solution apportée|mesures|ce que j ai fait|ce que j'ai fait|ce que nous avons fait|mes actions|solución|enfoque|medidas|pasos|lo que hice|qué hice|lo que hicimos|mis acciones|solução|abordagem|passos|o que eu fiz|o que fiz|o que fizemos|approccio|soluzione|cosa ho fatto|aanpak|oplossing|wat ik deed|wat ik heb gedaan|podejście|rozwiązanie|co zrobiłem|co zrobiłam|co zrobiliśmy",
    'решение|подход|меры|что я сделал|что я сделала|что мы сделали|шаги|措施|做法|行为|行為|方法|解决方案|我的做法|対応|取り組み|アプローチ|해결|해결책|접근',
    'behaviour|behaviours|behavior|behaviors|my behaviour|my behavior|decision rationale|rationale|decision|my decision|activities|verhalten|comportement|comportamiento|comportamento|gedrag|zachowanie|поведение',
    'ne yaptım|yaptıklarım|çözüm|adımlar|yaklaşım|åtgärd|åtgärder|vad jag gjorde|lösning|hvad jeg gjorde|løsning|tiltak|hva jeg gjorde|toimenpiteet|mitä tein|ratkaisu|řešení|postup|co jsem udělal|co jsem udělala|riešenie|soluția|soluție|ce am făcut|megoldás|lépések|mit tettem|τι έκανα|λύση|рішення|що я зробив|що я зробила|solusi|apa yang saya lakukan|giải pháp',
  ],
  result: [
    'outcome|outcomes|the outcome|impact|impacts|business impact|business results|business outcome|end result|final result|measurable outcomes|measurable results|measurable business impact|business impact metrics|results and impact|result and impact|immediate impact|achievement|achievements|consequence|consequences|effect|effects|benefit|benefits|success|how it ended|how it all ended|how things ended|how it turned out|how things turned out|how it went|how it worked out|what came of it|what happened next|what changed|what came out of it|what i achieved|what we achieved|where it ended|where we ended up|the ending|the end',
    'auswirkung|auswirkungen|wirkung|folge|folgen|erfolg|erfolge|ausgang|was dabei herauskam|was herauskam|wie es ausging|wie es endete|resultate und wirkung',
    "bilan|impact obtenu|issue|conséquence|conséquences|effet|effets|réussite|comment ça s est terminé|comment cela s'est terminé|impacto|logro|logros|desenlace|consecuencias|cómo terminó|efecto|desfecho|conquista|conquistas|como terminou|impatto|esito|effetto|com'è finita|come è finita|effect|uitkomst|gevolg|hoe het afliep|efekt|efekty|skutek|jak się skończyło",
    'итог|итоги|исход|эффект|чем закончилось|чем всё закончилось|成果|效果|影响|影響|结局|成效|結末|성과|효과|영향',
    'kazanım|etki|çıktı|başarı|utfall|effekten|utfallet|udfald|effekt|lopputulos|vaikutus|dopad|impactul|hatás|kimenetel|επίπτωση|έκβαση|підсумок|ефект|dampak|tác động',
  ],
  learning: [
    "lesson|lessons|the lesson|lesson learned|lessons learned|lesson learnt|lessons learnt|learned|learnt|takeaway|takeaways|take away|take aways|key takeaway|key takeaways|my takeaway|main takeaway|reflection|reflections|insight|insights|key insight|key insights|key learning|key learnings|my learning|my learnings|growth|what i learned|what i learnt|what we learned|what we learnt|what it taught me|what this taught me|what i took from it|what i took away|what i took from this|what i would do differently|what i'd do differently|what i would change|retrospective|universal lessons|moral|moral of the story|looking back|in hindsight|hindsight|evaluation",
    'gelernt|fazit|lektion|lektionen|lehre|lehren|was ich gelernt habe|was ich daraus gelernt habe|was ich lernte|was wir gelernt haben|was ich mitnehme|reflexion|rückblick|einsicht|das habe ich gelernt|lernerfolg',
    "leçon|leçons|leçon apprise|leçons apprises|leçon tirée|leçons tirées|leçon retenue|leçons retenues|enseignement|enseignements|ce que j ai appris|ce que j'ai appris|ce que j'en retiens|réflexion|bilan personnel|lección|lecciones|lección aprendida|lecciones aprendidas|lo aprendido|lo que aprendí|qué aprendí|reflexión|aprendí|moraleja|lição|lições|lição aprendida|lições aprendidas|o que aprendi|o que eu aprendi|reflexão|lezione|lezioni|lezione appresa|lezioni apprese|cosa ho imparato|riflessione|les|lessen|geleerd|wat ik leerde|wat ik heb geleerd|reflectie|lekcja|czego się nauczyłem|czego się nauczyłam|nauka|refleksja",
    'урок|уроки|извлечённый урок|извлеченный урок|извлечённые уроки|чему я научился|чему я научилась|чему это меня научило|рефлексия|опыт|收获|收穫|教训|教訓|心得|感悟|启示|経験学習|学んだこと|振り返り|反省|배운 점|느낀 점|깨달음',
    'ders|dersler|çıkarım|çıkarımlar|ne öğrendim|öğrendiğim ders|çıkardığım ders|vad jag lärde mig|reflektion|hvad jeg lærte|refleksjon|refleksion|hva jeg lærte|mitä opin|oivallus|co jsem se naučil|co jsem se naučila|čo som sa naučil|ce am învățat|reflecție|mit tanultam|τι έμαθα|чого я навчився|чого я навчилася|refleksi|apa yang saya pelajari|điều tôi học được',
  ],
  note: [
    'for|nb|if they ask|they may ask|they might ask|they will ask|tag|label|labels|topic|topics|keyword|skills|skills shown|skill|strengths|competency|competencies|competence|competences|values|value|category|categories|themes|theme|used for|use for|use it for|use when|use this for|best for|good for|great for|works for|fits|principle|principles|leadership principle|leadership principles|lp|lps|role|job|position|team|company|employer|client|project|place|location|where|people|date|dates|when|year|period|duration|time|timing|target time|speaking time|headline|summary|in short|in one sentence|in a sentence|remember|caution|delivery|opener|variations|variation|key words|status|state|priority|last edited|last updated|last edited time|updated|created|created time|modified|owner|source|sources|link|links|related|related to|see also|property|id|url|aliases|alias|difficulty|confidence|rating|strength|score|scores|assessment|criteria|metrics to mention|numbers to remember|key numbers|key facts|pitfalls|don t say|do not say|avoid|practised|practiced|last practised|last practiced|rehearsed|level|language',
    'einstieg|kompetenz|kompetenzen|thema|themen|stichwort|schlagworte|schlagwörter|kategorie|dauer|länge|zeit|datum|firma|rolle|passt zu|geeignet für|bewertung|zusammenfassung|stärken|fähigkeiten|zeitraum|jahr|zu vermeiden|merke',
    'compétence|compétences|thème|thèmes|mots clé|étiquettes|catégorie|durée|longueur|poste|entreprise|rôle|résumé|statut|competencia|competencias|tema|temas|categoría|duración|empresa|puesto|fecha|resumen|estado|competência|competências|categoria|duração|cargo|data|resumo|competenza|competenze|durata|azienda|ruolo|riassunto|tip voor|competentie|competenties|duur|bedrijf|datum van|kompetencja|kompetencje|czas|firma klienta|uwaga',
    'компетенция|компетенции|тема|темы|тег|категория|длительность|продолжительность|компания|роль|дата|кратко|статус|注意|能力|类别|时长|時長|公司|日期|开场|能力要件|所要時間|会社|역량|시간',
    'framework|method|methodology|model|star model|format|used at|used in|asked at|told at|version|versions',
  ],
  question: [
    'question|questions|q|interview question|interview questions|interviewer|answers the question|answers|answers to|answer to|answers question|answers questions|prompt|prompts|typical question|typical questions|common question|common questions|sample question|sample questions|possible question|possible questions|example question|example questions|related questions|related question|target question|target questions|likely questions|question answered|questions answered|questions it answers|question it answers|questions this answers|question this answers|questions this story answers|questions covered|this answers|this story answers|can answer|could answer|use for questions|use for the questions|question type|behavioral question|behavioural question|behavioral questions|behavioural questions|asked as|they ask',
    'frage|fragen|interviewfrage|interviewfragen|mögliche fragen|typische frage|typische fragen|passende fragen|passt zur frage|beantwortet|antwort auf|beantwortete fragen',
    'question posée|questions possibles|question type|questions types|répond à|répond aux questions|pregunta|preguntas|preguntas que responde|pregunta típica|preguntas típicas|responde a|pergunta|perguntas|perguntas que responde|responde às perguntas|domanda|domande|domande a cui risponde|vraag|vragen|beantwoordt|pytanie|pytania|odpowiada na',
    'вопрос|вопросы|отвечает на вопросы|отвечает на|вопрос интервьюера|问题清单|面试问题|面試問題|面试题|适用问题|对应问题|可回答的问题|質問|想定質問|질문|면접 질문',
  ],
  definition: [
    'definition|google definition|amazon definition|official definition|our definition|what it means|what this means|what they look for|what they are looking for|what interviewers look for|what the interviewer looks for|what the interviewer wants|what the assessor wants|what they want|what they want to see|what we look for|what good looks like|meaning|in other words|description of the competency',
    'bedeutung|begriff|was es bedeutet|worauf geachtet wird|was gesucht wird',
    "définition|ce que cela signifie|ce qu'ils cherchent|definición|qué significa|qué buscan|definição|significado|o que significa|definizione|cosa significa|definitie|definicja|co to znaczy",
    'определение|что это значит|定义|定義|含义|含義|意味|정의|의미',
  ],
  title: [
    'title|story|story title|story name',
    'titel|geschichte|titre|histoire|título|historia|história|titolo|storia|verhaal|tytuł',
    'название|история|заголовок|标题|標題|故事|题目|タイトル|エピソード|제목|이야기',
  ],
}

const ROLES = ['title', 'note', 'definition', 'question', 'learning', 'task', 'situation', 'result', 'action'] as const

const collect = (lists: Lists, role: LabelRole, canonical: boolean): [string, LabelWord][] =>
  (lists[role] ?? []).flatMap((line) => line.split('|').map((word): [string, LabelWord] => [word, { role, canonical }]))

/** Every known label in lower case without punctuation. */
export const LABEL_WORDS: ReadonlyMap<string, LabelWord> = new Map([
  // Of a word that stands in two lists the later entry counts: parts before what stands around them.
  ...ROLES.flatMap((role) => collect(SYNONYMS, role, false)),
  ...ROLES.flatMap((role) => collect(NAMES, role, true)),
])

/** Single letters, as in "S: … T: …"; they count only in company. */
export const LABEL_LETTERS: ReadonlyMap<string, Part> = new Map([
  ['s', 'situation'],
  ['c', 'situation'],
  ['p', 'situation'],
  ['t', 'task'],
  ['o', 'task'],
  ['g', 'task'],
  ['a', 'action'],
  ['r', 'result'],
  ['l', 'learning'],
  ['h', 'action'],
  ['e', 'result'],
  ['с', 'situation'],
  ['з', 'task'],
  ['д', 'action'],
  ['р', 'result'],
  ['в', 'learning'],
])
