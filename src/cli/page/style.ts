/** How the page looks: ink on paper, in light and dark; marks differ by line as well as by colour, and so survive print. */
export const STYLE = `
:root{color-scheme:light dark;--paper:#fbfaf7;--ink:#1d1d1b;--faint:#5d5a54;--rule:#d9d5cc;--card:#fff;--figure:#b3261e;--figure-wash:#fbe3df;--source:#0b5a78;--source-wash:#dfeef4;--cue:#6d3d8f;--gap:#6b5300;--gap-wash:#f6ecc6;--focus:#0b57d0}
@media screen and (prefers-color-scheme:dark){:root{--paper:#161614;--ink:#ecebe6;--faint:#a8a49b;--rule:#3a3833;--card:#1f1e1b;--figure:#ff9c8f;--figure-wash:#4a1f1a;--source:#8ccfe8;--source-wash:#12323f;--cue:#d3abf0;--gap:#e8cf72;--gap-wash:#3b3210;--focus:#8ab4f8}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}
header.page,footer.page,article.report{max-width:86rem;margin:0 auto;padding:1rem clamp(1rem,3vw,2.5rem)}
header.page{display:flex;flex-wrap:wrap;gap:.5rem 2rem;align-items:baseline;border-bottom:1px solid var(--rule);font-size:.9rem}
header.page p{margin:0}.hint,.facts,footer.page{color:var(--faint);font-size:.9rem}
.key{display:flex;gap:1rem;list-style:none;margin:0;padding:0}
article.report{padding-block:2rem;border-bottom:1px solid var(--rule)}
h1{font:600 clamp(1.5rem,3vw,2.1rem)/1.2 Georgia,"Times New Roman",serif;margin:0;max-width:34em;text-wrap:balance}
h2{font-size:1rem;margin:1.4rem 0 .4rem}
.columns{display:grid;gap:2rem;margin-top:1.2rem}
@media(min-width:68rem){.columns{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.text{grid-column:1;grid-row:1}.record{grid-column:2;position:sticky;top:1rem;align-self:start;max-height:calc(100vh - 2rem);overflow:auto}}
.body{font:1.08rem/1.65 Georgia,"Times New Roman",serif;white-space:pre-wrap;overflow-wrap:anywhere;max-width:40em}
.incident{border-left:3px solid var(--rule);padding:.1rem 0 .1rem .9rem;margin:0 0 .9rem}.incident.main{border-color:var(--figure)}
.incident h2{margin:0}.incident p{margin:.1rem 0}.toll{font-size:1.35rem;font-weight:650;color:var(--figure)}
table{width:100%;border-collapse:collapse;font-size:.92rem}
caption{text-align:left;font-weight:650;padding:.4rem 0}
th{font-weight:500;color:var(--faint);font-size:.82rem}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--rule);overflow-wrap:break-word}
tr.group th{color:var(--ink);font-weight:650;font-size:.92rem;padding-top:1.1rem}
td:last-child{padding-right:.3rem}
td small,li small{display:block;color:var(--faint);font-size:.82rem}
button{font:inherit;color:inherit;background:var(--card);border:1px solid var(--rule);border-radius:.4rem;padding:.15rem .55rem;cursor:pointer;text-align:left}
button:hover{border-color:var(--figure)}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
.bounds{white-space:nowrap;font-weight:700;font-variant-numeric:tabular-nums}
.gaps,.problems{padding-left:0;list-style:none;font-size:.92rem}.gaps li,.problems li{margin:.4rem 0}
.problems .error{color:var(--figure)}
.m{text-decoration-thickness:2px;text-underline-offset:.22em}
.m.source{color:var(--source);text-decoration:underline dotted}
.m.cue{color:var(--cue);text-decoration:underline wavy 1px}
.m.gap{color:var(--gap);text-decoration:underline dashed}
.m.figure{color:var(--figure);text-decoration:underline solid;font-weight:600}
.m[data-of=""]{opacity:.75}
.m:not([data-of=""]){cursor:pointer}
.m.on{border-radius:.15rem;box-shadow:0 0 0 .14em var(--source-wash);background:var(--source-wash)}
.m.figure.on{background:var(--figure-wash);box-shadow:0 0 0 .14em var(--figure-wash)}
.m.gap.on{background:var(--gap-wash);box-shadow:0 0 0 .14em var(--gap-wash)}
.on>td,li.on{background:var(--figure-wash)}
button[aria-pressed=true]{border-color:var(--figure);box-shadow:inset 0 0 0 1px var(--figure)}
@media print{body{background:#fff;color:#000;font-size:10pt}.hint{display:none}.record{max-height:none;overflow:visible;position:static}.columns{display:block}article.report{border:0}article.report+article.report{break-before:page}tr,.incident{break-inside:avoid}tr.group{break-after:avoid}button{border:0;padding:0;background:none}.m{color:#000!important}}
`;
