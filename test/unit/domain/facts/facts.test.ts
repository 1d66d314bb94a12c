import { expect, test } from 'vitest'
import { factOf, findFacts } from '#domain/facts/facts'

test.each<[string, string[]]>([
  ['We cut the wait from 50 to 15 minutes', ['change:50 to 15 minutes']],
  ['Query time: 150ms → 50ms (67% better)', ['change:150ms → 50ms', 'percentage:67%']],
  ['Costs fell from $3,200 to $850 a month', ['change:$3,200 to $850']],
  ['It took 2-3 weeks per service', ['range:2-3 weeks']],
  ['Reads were 50–60% faster', ['range:50–60%']],
  ['We lost about $50K/day', ['money:$50K/day']],
  ['It cost €900 instead of 7,500 euros', ['money:€900', 'money:7,500 euros']],
  ['Within two weeks and six months', ['duration:two weeks', 'duration:six months']],
  ['A 15-minute stand-up and sub-50ms answers', ['duration:15-minute', 'duration:sub-50ms']],
  ['We opened on 3 May 2024 at 5:30', ['date:3 May 2024', 'date:5:30']],
  ['In 2019 we met every Friday', ['date:2019', 'date:every Friday']],
  ['Found 3 candidate endpoints', ['number:3 candidate endpoints']],
  ['Zero production incidents for 12 teams', ['number:Zero production incidents', 'number:12 teams']],
  ['22 of 38 teachers signed', ['number:22 of 38 teachers']],
  ['200+ attendees and 1M+ calls', ['number:200+ attendees', 'number:1M+ calls']],
  ['We moved BigQuery and site_id to EC2', ['name:BigQuery', 'name:site_id', 'name:EC2']],
  ['I OWNED the problem in Week 3 of Phase 2', []],
  ['One of us spoke to a colleague', []],
  ['', []],
])('%s', (text, facts) => {
  expect(findFacts(text).map((fact) => `${fact.kind}:${fact.text}`)).toEqual(facts)
})

test.each([
  ['30,000+ queries a day', 'number'],
  ['94% to 99.7%', 'change'],
  ['12-18 weeks', 'range'],
  ['$28,200', 'money'],
  ['40%', 'percentage'],
  ['90 minutes', 'duration'],
  ['every Tuesday', 'date'],
  ['Kubernetes', 'name'],
])('%s is a %s', (text, kind) => {
  expect(factOf(text)).toEqual({ kind, text })
})
