import { expect, test } from 'vitest'
import { factOf, findFacts } from '#domain/facts/facts'

const said = (text: string) => findFacts(text).map((fact) => `${fact.kind}:${fact.text}`)

test.each<[string, string[]]>([
  ['We cut the wait from 50 to 15 minutes', ['change:50 to 15 minutes']],
  ['Query time: 150ms → 50ms (67% better)', ['change:150ms → 50ms', 'percentage:67%']],
  ['Costs fell from $3,200 to $850 a month', ['change:$3,200 to $850']],
  ['The choir grew from 9 -> 31 voices', ['change:9 -> 31 voices']],
  ['Answers went from 1800ms → 180ms', ['change:1800ms → 180ms']],
  ['Sales grew from nine to thirty-one boats', ['change:nine to thirty-one boats']],
  ['Errors fell from about 12% down to just 3%', ['change:about 12% down to just 3%']],
  ['Wir wuchsen von 9 auf 31 Stimmen', ['change:9 auf 31']],
])('a change: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['It took 2-3 weeks per service', ['range:2-3 weeks']],
  ['Reads were 50–60% faster', ['range:50–60%']],
  ['An answer takes 60–90 seconds', ['range:60–90 seconds']],
  ['Somewhere between 3 and 5', ['range:3 and 5']],
  ['Between three and five weeks later', ['range:three and five weeks']],
  ['It costs $5K–$10K', ['range:$5K–$10K']],
  ['We waited three to five weeks', ['range:three to five weeks']],
  ['It was two or three people', ['range:two or three']],
  ['Das dauert 3 bis 5 Wochen', ['range:3 bis 5 Wochen']],
])('a range: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['We lost about $50K/day', ['money:$50K/day']],
  ['It cost €900 instead of 7,500 euros', ['money:€900', 'money:7,500 euros']],
  ['A deal of $1.2M, later £3 million', ['money:$1.2M', 'money:£3 million']],
  ['We saved €250k a year', ['money:€250k a year']],
  ['They paid fifty thousand dollars', ['money:fifty thousand dollars']],
  ['It needs two and a half million dollars', ['money:two and a half million dollars']],
  ['Ein Kaffee für 12,50 € und 1.200,50 EUR Miete', ['money:12,50 €', 'money:1.200,50 EUR']],
  ['Umsatz: 1,5 Mio. Euro', ['money:1,5 Mio. Euro']],
  ['CHF 200 a day and USD 5 million', ['money:CHF 200 a day', 'money:USD 5 million']],
  ["We paid 1'200 francs and 50 cents", ["money:1'200 francs", 'money:50 cents']],
  ['They charge $50 an hour', ['money:$50 an hour']],
])('money: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['Uptime of 99.99%', ['percentage:99.99%']],
  ['Forty percent of us', ['percentage:Forty percent']],
  ['12 percentage points', ['percentage:12 percentage points']],
  ['Churn: -5%, sales +20 %', ['percentage:5%', 'percentage:20 %']],
  ['Um 40 Prozent, de 30 pour cent', ['percentage:40 Prozent', 'percentage:30 pour cent']],
])('a percentage: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['Within two weeks and six months', ['duration:two weeks', 'duration:six months']],
  ['A 15-minute stand-up and sub-50ms answers', ['duration:15-minute', 'duration:sub-50ms']],
  ['It took 4.5h, then 3 hrs', ['duration:4.5h', 'duration:3 hrs']],
  ['A year and a half later', ['duration:A year and a half']],
  ['After two and a half years', ['duration:two and a half years']],
  ['Half an hour or one month', ['duration:Half an hour', 'duration:one month']],
  ['Nach 3 Wochen und 5 Tagen', ['duration:3 Wochen', 'duration:5 Tagen']],
  ['One day, a week later', []],
])('a duration: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['We opened on 3 May 2024 at 5:30', ['date:3 May 2024', 'date:5:30']],
  ['In 2019 we met every Friday', ['date:2019', 'date:every Friday']],
  ['March 2021, march 2022 and May 3, 2023', ['date:March 2021', 'date:march 2022', 'date:May 3, 2023']],
  ['Q2 2023, H1 2022, FY2021 and Q3', ['date:Q2 2023', 'date:H1 2022', 'date:FY2021', 'date:Q3']],
  ['12.03.2024 or 2024-03-12 or 31/12/24', ['date:12.03.2024', 'date:2024-03-12', 'date:31/12/24']],
  ['On 3 May and the 4th of June', ['date:3 May', 'date:4th of June']],
  ['Am 3. Mai 2024, im März 2021', ['date:3. Mai 2024', 'date:März 2021']],
  ['Le 3 mars 2021, en août 2019', ['date:3 mars 2021', 'date:août 2019']],
  ['In the spring of 2016 and the 1990s', ['date:spring of 2016', 'date:1990s']],
  ['We may need 3 of them in Q3 12 times', ['number:3', 'date:Q3', 'number:12 times']],
])('a date: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['Found 3 candidate endpoints', ['number:3 candidate endpoints']],
  ['Zero production incidents for 12 teams', ['number:Zero production incidents', 'number:12 teams']],
  ['22 of 38 teachers signed', ['number:22 of 38 teachers']],
  ['200+ attendees and 1M+ calls', ['number:200+ attendees', 'number:1M+ calls']],
  ['Two hundred and fifty people came', ['number:Two hundred and fifty people']],
  ['10x on 16 GB, 24/7', ['number:10x', 'number:16 GB', 'number:24/7']],
  ['dozens of requests', ['number:dozens of requests']],
  ['3.000 Nutzer', ['number:3.000']],
  ['I did it in Week 3 of Phase 2, PR #4, version 2.3.1', []],
  ['One of us spoke to a colleague', []],
  ['', []],
])('a number: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test.each<[string, string[]]>([
  ['We moved BigQuery and site_id to EC2', ['name:BigQuery', 'name:site_id', 'name:EC2']],
  ['PostgreSQL and a CompletableFuture', ['name:PostgreSQL', 'name:CompletableFuture']],
  ['GDPR made us leave SAP for ISO 27001', ['name:GDPR', 'name:SAP', 'name:ISO 27001']],
  ['iPhone, eBay, macOS, Node.js', ['name:iPhone', 'name:eBay', 'name:macOS', 'name:Node.js']],
  ['It called orderService at the p99', ['name:orderService', 'name:p99']],
  ['I OWNED it, NOT the CEO, and the API was OK', []],
  ['ALL OF OUR HR, IT AND QA PEOPLE KNEW SQL', []],
  ['(BigQuery), “BigQuery” or src/BigQuery', ['name:BigQuery', 'name:BigQuery']],
])('a name: %s', (text, facts) => {
  expect(said(text)).toEqual(facts)
})

test('facts stand verbatim in the text, in reading order', () => {
  const text = 'İSTANBUL: 3 teams cut 40% off $2M in Q3 with BigQuery, from 9 to 5 days.'
  const facts = findFacts(text)
  expect(facts.map((fact) => fact.text)).toEqual(['3 teams', '40%', '$2M', 'Q3', 'BigQuery', '9 to 5 days'])
  const places = facts.map((fact) => text.indexOf(fact.text))
  expect(places).toEqual(places.toSorted((a, b) => a - b))
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
