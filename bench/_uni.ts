import { readFileSync } from 'node:fs'
import { casesOf, GOLD } from './_tmp.ts'
const cases = casesOf(JSON.parse(readFileSync(GOLD, 'utf8')))
for (const f of ['denied','opposite','negation'] as const) for (const t of [0.01, 0.2,0.3,0.4,0.5]) {
  const c = cases.filter(x => x.observation.features[f] >= t && x.observation.features.strongest>=0.25)
  console.log(f,t,['covered','partial','missed'].map(l=>l+' '+c.filter(x=>x.label===l).length).join(', '))
}
const w=(c:any)=>c.offsets
const g=JSON.parse(readFileSync(GOLD,'utf8'))
const show=(c:any)=>{const t=g.answers.find((a:any)=>a.id===c.answer).transcript; console.log(c.label,c.answer,c.pointId,'|',c.text,'|',c.observation.evidence.map((e:any)=>t.slice(c.offsets[e.from][0],c.offsets[e.to-1][1])).join(' ### '),'|',['said','denied','opposite','negation','general'].map(k=>k+' '+c.observation.features[k].toFixed(2)).join(' '))}
console.log('--opp'); cases.filter(c=>c.observation.features.opposite>0.1).forEach(show)
console.log('--den'); cases.filter(c=>c.observation.features.denied>0.15).forEach(show)
console.log('--neg'); cases.filter(c=>c.observation.features.negation>0.25).forEach(show)
console.log('--facts'); for(const c of cases) for(const f of c.observation.facts) if(f.finding.status==='wrong'|| (c.wrong&&c.label==='partial')) {console.log(c.wrong?'REAL':'false',c.label,c.answer,c.pointId,c.observation.features.said.toFixed(2),f.finding.fact.text,'|',f.finding.status,f.finding.said, '|', g.answers.find((a:any)=>a.id===c.answer).wrongFacts.filter((w:any)=>w.pointId===c.pointId).map((w:any)=>w.said).join())}
console.log('--absent'); for(const c of cases) if(c.label==='covered') for(const f of c.observation.facts) if(f.credit<1) console.log(c.answer,c.pointId,c.observation.features.said.toFixed(2),f.finding.fact.text,'|',f.finding.status,f.finding.said)
console.log('--weakfalse'); cases.filter(c=>c.style==='weak'&&c.label==='missed'&&c.observation.features.said>.45).forEach(show)
