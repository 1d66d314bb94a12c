/** How an exported page looks; the colours are those of the app. Paper is always light. */
export const STYLES = `
:root { color-scheme: light dark;
  --bg: #fbfbfa; --text: #1b1c1f; --muted: #55585f; --border: #e5e5e0; --sunken: #f4f4f1;
  --good: #17693a; --good-bg: #e2f4e7; --half: #854700; --half-bg: #fdf0d8; --bad: #b3261e; --bad-bg: #fdeceb;
  --s: #17509f; --s-bg: #e4eefc; --t: #5f30b0; --t-bg: #efe9fc; --a: #7f4400; --a-bg: #fdefd5;
  --r: #17653a; --r-bg: #e0f3e6; --l: #a32050; --l-bg: #fce8ee; --o: #54575f; --o-bg: #ededea; }
@media (prefers-color-scheme: dark) { :root {
  --bg: #17181a; --text: #ececea; --muted: #a9adb5; --border: #2e3034; --sunken: #1d1e21;
  --good: #7ed7a0; --good-bg: #173323; --half: #f3bd62; --half-bg: #3a2b12; --bad: #ff9c92; --bad-bg: #3b2020;
  --s: #9cc1ff; --s-bg: #1b2b47; --t: #c6b0ff; --t-bg: #2c2347; --a: #f3bd62; --a-bg: #3a2b12;
  --r: #7ed7a0; --r-bg: #173323; --l: #ff9dbb; --l-bg: #42202c; --o: #b4b8c0; --o-bg: #2a2c30; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--bg); color: var(--text);
  font: 15px/1.55 "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; }
main { max-width: 46rem; margin: 0 auto; padding: 2.5rem 1.5rem 4rem; overflow-wrap: anywhere; }
h1 { margin: 0 0 .25rem; font-size: 1.05rem; font-weight: 600; color: var(--muted); }
h2 { margin: 2.25rem 0 .75rem; padding-top: 1.25rem; border-top: 1px solid var(--border); font-size: 1.15rem; }
h3, h4 { display: flex; align-items: center; gap: .5rem; margin: 1.25rem 0 .5rem; font-size: 1rem; }
h1, h2, h3, h4 { line-height: 1.3; break-after: avoid; }
p { margin: .5rem 0; }
.lead { margin: 0 0 .75rem; font-size: 1.5rem; font-weight: 650; line-height: 1.25; text-wrap: balance;
  font-variant-numeric: tabular-nums; }
.quiet { color: var(--muted); font-size: .875rem; }
dl { margin: .5rem 0; }
dl div { display: grid; grid-template-columns: 9rem 1fr; gap: 1rem; padding: .3rem 0; break-inside: avoid; }
dt { color: var(--muted); }
dd { margin: 0; }
ul { margin: .5rem 0; padding-left: 1.2rem; }
.points { padding: 0; list-style: none; }
.points li { display: grid; grid-template-columns: 5.25rem 1fr; gap: .75rem; padding: .5rem 0; break-inside: avoid;
  border-top: 1px solid var(--border); }
.points li:first-child { border-top: 0; }
.status { justify-self: start; align-self: start; padding: .05rem .5rem; border-radius: 999px; font-size: .8rem;
  font-weight: 600; }
.covered { background: var(--good-bg); color: var(--good); }
.partial { background: var(--half-bg); color: var(--half); }
.missed { background: var(--bad-bg); color: var(--bad); }
.remark { display: block; color: var(--muted); font-size: .85rem; }
.said { margin-top: .2rem; color: var(--muted); font-size: .9rem; }
q { quotes: "“" "”"; }
time { font-size: .8rem; white-space: nowrap; font-variant-numeric: tabular-nums; color: var(--muted); }
.speech { display: grid; grid-template-columns: 3.25rem 1fr; align-items: baseline; }
.part { display: inline-grid; place-items: center; width: 1.5rem; height: 1.5rem; border-radius: 4px;
  background: var(--o-bg); color: var(--o); font-size: .8rem; }
.situation { background: var(--s-bg); color: var(--s); } .task { background: var(--t-bg); color: var(--t); }
.action { background: var(--a-bg); color: var(--a); } .result { background: var(--r-bg); color: var(--r); }
.learning { background: var(--l-bg); color: var(--l); }
blockquote { margin: .75rem 0; padding: .6rem 1rem; border-radius: 6px; background: var(--sunken); }
table { width: 100%; margin: .75rem 0; border-collapse: collapse; font-size: .9rem; }
th, td { padding: .4rem .5rem .4rem 0; border-bottom: 1px solid var(--border); text-align: left; vertical-align: top; }
th { color: var(--muted); font-weight: 600; }
tr { break-inside: avoid; }
@page { margin: 18mm 16mm; }
@media print { :root { color-scheme: only light;
  --bg: #fff; --text: #1b1c1f; --muted: #55585f; --border: #d9d9d4; --sunken: #f4f4f1;
  --good: #17693a; --good-bg: #e2f4e7; --half: #854700; --half-bg: #fdf0d8; --bad: #b3261e; --bad-bg: #fdeceb;
  --s: #17509f; --s-bg: #e4eefc; --t: #5f30b0; --t-bg: #efe9fc; --a: #7f4400; --a-bg: #fdefd5;
  --r: #17653a; --r-bg: #e0f3e6; --l: #a32050; --l-bg: #fce8ee; --o: #54575f; --o-bg: #ededea; }
  body { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; } }
`
