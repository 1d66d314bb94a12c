import { readFileSync } from 'node:fs'
import { casesOf, GOLD, leaveStoryOut, weightedKappa, pairsOf } from './_tmp.ts'
import { FEATURES } from '../core/domain/coverage/features.ts'
const cases = casesOf(JSON.parse(readFileSync(GOLD, 'utf8')))
const k=(names:any)=>{const v=leaveStoryOut(cases,names); const s=(st:string)=>weightedKappa(pairsOf(v.filter(x=>x.item.style===st))).toFixed(2); return [weightedKappa(pairsOf(v)), ['close','paraphrase','rambling','weak'].map(s).join(' '), v.filter(({item,status})=>item.style==='traps'&&status==='covered'&&item.label!=='covered').length] as const}
let now=[...FEATURES] as any[]; console.log('all',k(now).join(' | '))
while(now.length>4){ const tries=now.map(n=>({n,r:k(now.filter(x=>x!==n))})).sort((a,b)=>b.r[0]-a.r[0]); now=now.filter(x=>x!==tries[0].n); console.log('-',tries[0].n,tries[0].r[0].toFixed(3),tries[0].r[1],tries[0].r[2],'left',now.join(',')) }
