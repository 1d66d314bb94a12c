import { expect, test } from 'vitest'
import { markInline } from '#domain/bank/inline'
import { readLabel } from '#domain/bank/labels'

test.each([
  ['**Situation:** It rained', 'situation', 'It rained'],
  ['**Situation**: It rained', 'situation', 'It rained'],
  ['**SITUATION** It rained', 'situation', 'It rained'],
  ['**Situation (情况)**：下雨', 'situation', '下雨'],
  ['**📋 S** : It rained', 'situation', 'It rained'],
  ['**S** — It rained', 'situation', 'It rained'],
  ['S: It rained', 'situation', 'It rained'],
  ['T) It rained', 'task', 'It rained'],
  ['Task:', 'task', ''],
  ['Actions: We ran', 'action', 'We ran'],
  ['**Action Taken:** We ran', 'action', 'We ran'],
  ['**2. What I did:** We ran', 'action', 'We ran'],
  ['Results & Impact: Dry feet', 'result', 'Dry feet'],
  ['**Business Impact:**', 'result', ''],
  ['**Lessons learned** – Take a coat', 'learning', 'Take a coat'],
  ['Key takeaway: Take a coat', 'learning', 'Take a coat'],
  ['**Aufgabe:** Trocken bleiben', 'task', 'Trocken bleiben'],
  ['**Résultat :** Au sec', 'result', 'Au sec'],
  ['**Acción:** Corrimos', 'action', 'Corrimos'],
  ['**Resultados:** Secos', 'result', 'Secos'],
  ['Ситуация: Шёл дождь', 'situation', 'Шёл дождь'],
  ['任务：保持干燥', 'task', '保持干燥'],
  ['**Hook:** "It rained."', 'note', '"It rained."'],
  ['Question: How do you stay dry?', 'question', 'How do you stay dry?'],
  ['**S**ituation: It rained', 'situation', 'It rained'],
  ['(A) We ran', 'action', 'We ran'],
  ['[R] Dry feet', 'result', 'Dry feet'],
  ['[!tip] Learning', 'learning', ''],
  ['SITUATION It rained all day', 'situation', 'It rained all day'],
  ['**S (Situation)**: It rained', 'situation', 'It rained'],
  ['**Leçon apprise\u00a0:** Prends un manteau', 'learning', 'Prends un manteau'],
  ['**Lección aprendida:** Un abrigo', 'learning', 'Un abrigo'],
  ['**How it ended:** Dry feet', 'result', 'Dry feet'],
  ['**My role:** Walker', 'task', 'Walker'],
  ['課題：濡れないこと', 'task', '濡れないこと'],
  ['**배운 점:** 우산', 'learning', '우산'],
  ['**Wnioski:** Parasol', 'learning', 'Parasol'],
  ['Status: Ready', 'note', 'Ready'],
  ['B || Action: We ran', null, ''],
  ['The situation got worse every day', null, ''],
  ['Results were good: we stayed dry', null, ''],
  ['We took action: we ran', null, ''],
  ['Time: a great healer', 'note', 'a great healer'],
])('%s', (line, role, rest) => {
  const label = readLabel(markInline(line), 'line')
  expect(label?.role ?? null).toBe(role)
  expect(label?.rest ?? '').toBe(rest)
})

test.each([
  ['Situation', 'situation'],
  ['Task 🎯', 'task'],
  ['1. Background', 'situation'],
  ['What I learned', 'learning'],
  ['S – Situation', 'situation'],
  ['Google Definition', 'definition'],
  ['Leadership', null],
  ['Challenge / Action / Result', null],
  ['Situation / Task', 'situation'],
])('heading %s', (heading, role) => {
  expect(readLabel(heading, 'heading')?.role ?? null).toBe(role)
})
