import type { Part } from '../story.ts'

/** What a label announces: a part of a story, or text around it. */
export type LabelRole = Part | 'note' | 'question' | 'definition' | 'title'

export interface LabelWord {
  role: LabelRole
  /** True for the plain name of the part; false for words that say more than the part does. */
  canonical: boolean
}

const PART_NAMES: Partial<Record<LabelRole, string>> = {
  situation:
    'situation|situations|ausgangslage|situación|situação|situazione|ситуация|情境|情景|情况|状况|状況|背景|현황|상황',
  task: 'task|tasks|aufgabe|aufgaben|tâche|tarea|tarefa|compito|задача|задачи|任务|任務|課題|과제',
  action:
    'action|actions|aktion|aktionen|handlung|handlungen|acción|acciones|ação|ações|azione|azioni|действие|действия|行动|行動|행동',
  result:
    'result|results|ergebnis|ergebnisse|resultat|resultate|résultat|résultats|resultado|resultados|risultato|risultati|результат|результаты|结果|結果|결과',
  learning:
    'learning|learnings|lernen|lerneffekt|apprentissage|apprentissages|aprendizaje|aprendizajes|aprendizado|aprendizados|apprendimento|вывод|выводы|反思|总结|學習|学习|学び|배움',
}

const SYNONYMS: Record<LabelRole, string> = {
  situation:
    'context|business context|background|setup|set up|setting|scenario|circumstances|original setup|challenge|challenges|problem|problem statement|complication|the problem|kontext|hintergrund|herausforderung|contexte|contexto|contesto|контекст|起因|现状|挑战|问题',
  task: 'goal|goals|objective|objectives|obstacle|obstacles|responsibility|responsibilities|my responsibility|my role|my task|mission|assignment|target|ziel|ziele|objectif|objectifs|objetivo|objetivos|obiettivo|цель|目标|目標|职责',
  action:
    'approach|my approach|steps|steps taken|action taken|actions taken|actions i took|my actions|what i did|what we did|solution|the fix|resolution|response|implementation|execution|vorgehen|maßnahme|maßnahmen|massnahmen|lösung|approche|démarche|solución|solução|решение|措施|做法|行为',
  result:
    'outcome|outcomes|impact|impacts|business impact|business results|measurable outcomes|measurable results|measurable business impact|business impact metrics|results and impact|result and impact|immediate impact|achievement|achievements|auswirkung|wirkung|bilan|impacto|impatto|итог|итоги|成果|效果|影响',
  learning:
    'lesson|lessons|lesson learned|lessons learned|lesson learnt|lessons learnt|learned|takeaway|takeaways|key takeaway|key takeaways|reflection|reflections|insight|insights|key insight|what i learned|what i learnt|retrospective|universal lessons|erkenntnis|erkenntnisse|gelernt|fazit|lektion|leçon|leçons|lección|lecciones|lição|lições|lezione|урок|уроки|收获|教训',
  other: '',
  note: 'hook|for|tip|tips|note|notes|why this works|why it works|follow up|follow ups|follow up questions|possible follow ups|tags|tag|keywords|skills|skills shown|competency|competencies|competence|themes|theme|used for|use for|best for|good for|works for|principle|principles|leadership principle|leadership principles|role|company|employer|date|when|duration|length|time|target length|spoken length|one liner|headline|reminder|reminders|delivery|delivery notes|opening line|opener|variations|key phrases|keep in mind|red flags|notiz|notizen|tipp|tipps',
  question:
    'question|questions|interview question|interview questions|answers the question|answers|prompt|typical question|common questions|frage|fragen|question type|pregunta|preguntas|pergunta|вопрос|问题清单',
  definition:
    'definition|google definition|what it means|what this means|what they look for|what they are looking for|what interviewers look for|meaning|définition|definición|definição|определение|定义',
  title: 'title|story|story title|story name|titel|titre|título|название|标题',
}

function collect(lists: Partial<Record<LabelRole, string>>, canonical: boolean): [string, LabelWord][] {
  return Object.entries(lists).flatMap(([role, words]) =>
    words
      .split('|')
      .filter(Boolean)
      .map((word): [string, LabelWord] => [word, { role: role as LabelRole, canonical }]),
  )
}

/** Every known label in lower case without punctuation. */
export const LABEL_WORDS: ReadonlyMap<string, LabelWord> = new Map([
  ...collect(SYNONYMS, false),
  ...collect(PART_NAMES, true),
])

/** Single letters, as in "S: … T: …"; they count only in company. */
export const LABEL_LETTERS: ReadonlyMap<string, Part> = new Map([
  ['s', 'situation'],
  ['t', 'task'],
  ['a', 'action'],
  ['r', 'result'],
  ['l', 'learning'],
])
