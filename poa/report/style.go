package report

// style is the style sheet. On a screen it follows the colour scheme of the browser; in
// print it is light. Sheets are in Letter size, wide sections in landscape.
const style = `
:root{color-scheme:light dark;--ink:#1b2430;--soft:#4a5563;--line:#c3cad3;--fill:#eef2f5;--accent:#17495a;--page:#fff;--good:#1a6637;--risk:#8a5300;--bad:#a4161a;--over:#5b3a9e;--none:#555f6b;--wait:#3a5a80;--run:#17495a}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#b3bdc9;--line:#45505d;--fill:#222b35;--accent:#8fd0e4;--page:#141a21;--good:#7fd6a0;--risk:#f0bd6a;--bad:#ff9c94;--over:#c9b3ff;--none:#b3bdc9;--wait:#a9c7ec;--run:#8fd0e4}}
*{box-sizing:border-box}
html{font:16px/1.5 "Segoe UI","Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--page)}
body{margin:0 auto;padding:0 1.25rem 3rem;max-width:74rem;overflow-wrap:anywhere}
table{overflow-wrap:break-word}
p,h1,h2,h3,dt,dd,li,th,td,caption,span{unicode-bidi:isolate}
h1,h2,h3,.council,.year{font-family:Georgia,"Liberation Serif","Times New Roman",serif;line-height:1.2;text-wrap:balance}
h2{margin:0 0 1rem;padding-bottom:.35rem;border-bottom:2px solid var(--accent);color:var(--accent);font-size:1.6rem;font-weight:600}
h3{margin:1.6rem 0 .5rem;font-size:1.15rem;font-weight:600}
.no{font-variant-numeric:tabular-nums;margin-right:.15em}
p{margin:.5rem 0}
a{color:var(--accent)}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:1rem;background:var(--page);padding:.5rem}
section{margin-top:3rem}
.cover{display:flex;flex-direction:column;gap:2rem;padding:4rem 0 2rem;border-bottom:1px solid var(--line)}
.cover p{margin:0}
.council{font-size:1.35rem;border-left:.35rem solid var(--accent);padding-left:1rem}
.council .state{font-size:1rem;color:var(--soft)}
.cover h1{margin:0 0 .5rem;font-size:3rem;font-weight:600;color:var(--accent)}
.year{font-size:1.5rem}
.office{font-size:1.25rem;color:var(--soft)}
.figures{display:flex;flex-wrap:wrap;gap:0;margin:0;border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
.figures div{display:flex;flex-direction:column-reverse;padding:.9rem 1.6rem .9rem 0;margin-right:1.6rem;border-right:1px solid var(--line)}
.figures div:last-child{border:0;margin:0;padding-right:0}
.figures dt{color:var(--soft);font-size:.85rem}
.figures dd{margin:0;font:600 1.6rem/1.1 Georgia,"Liberation Serif",serif;font-variant-numeric:tabular-nums}
.facts{margin:.5rem 0 1rem;display:grid;gap:.3rem}
.facts div,.legend div{display:grid;grid-template-columns:12rem 1fr;gap:.75rem}
.facts dt,.legend dt{color:var(--soft)}
.facts dd,.legend dd{margin:0;white-space:pre-line}
.asof,.note,.legend{font-size:.85rem;color:var(--soft)}
.contents ol{columns:2;column-gap:3rem;padding-left:2rem;margin:0}
.contents li{margin:.2rem 0;break-inside:avoid}
.contents{margin-top:2.5rem}
.creed{font:1.15rem/1.6 Georgia,"Liberation Serif",serif;max-width:46rem;white-space:pre-line}
.scroll{overflow-x:auto;margin:.5rem 0 1rem}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--soft);font-size:.85rem;padding:0 0 .35rem}
.same caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{padding:.4rem .55rem;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}
thead th{background:var(--fill);color:var(--ink);font-weight:600;border-bottom:2px solid var(--accent);vertical-align:bottom;line-height:1.25}
tbody th{font-weight:600}
tbody th.prose{font-weight:400}
tbody.group th[scope=rowgroup]{background:var(--fill);color:var(--accent);font-weight:600;padding-top:.55rem}
tbody.total th,tbody.total td{border-top:2px solid var(--accent);border-bottom:0;font-weight:600}
.num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.month{padding-left:.2rem;padding-right:.2rem}
.sum{font-weight:600}
.dates,.badge,.status,.key,.tight{white-space:nowrap}
td ul{margin:0;padding-left:1.1rem}
.columns ul{columns:2;column-gap:1.5rem}
.columns thead th:first-child{width:34%}
.dense{font-size:.8rem}
.dense th,.dense td{padding:.3rem .35rem}
.under{display:block;font-weight:400;font-size:.92em;color:var(--soft);margin-top:.15rem}
thead .num{white-space:normal}
.plan col.w-key{width:3.6%}.plan col.w-name{width:20.6%}.plan col.w-post{width:9%}.plan col.w-dates{width:7%}.plan col.w-days{width:4.4%}.plan col.w-unit{width:7.4%}.plan col.w-month{width:2.55%}.plan col.w-sum{width:4%}.plan col.w-done{width:5.4%}
.plan{min-width:70rem}
.line-of{display:block;white-space:nowrap}
.formula{font-family:"Liberation Mono",Consolas,monospace;font-size:.9em;overflow-wrap:anywhere}
.formula .under{font-family:"Segoe UI","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
.ill{font-size:.7em;vertical-align:super;line-height:0;text-decoration:none;color:var(--soft);margin-left:.1em;font-weight:400}
.badge{font-weight:600;color:var(--none)}
.good{color:var(--good)}.risk{color:var(--risk)}.bad{color:var(--bad)}.over{color:var(--over)}.wait{color:var(--wait)}.run{color:var(--run)}
.shape{font-family:"DejaVu Sans","Segoe UI Symbol",sans-serif}
.alert{border-left:.3rem solid var(--risk);background:var(--fill);padding:.5rem .75rem}
.alert .shape{color:var(--risk)}
.status{display:inline-block;border:1px solid currentColor;border-radius:.2rem;padding:0 .3rem;font-size:.8em;color:var(--risk)}
.chart{display:block;width:100%;max-width:60rem;margin:1rem auto;font:13px "Segoe UI","Helvetica Neue",Arial,sans-serif}
.chart rect{fill:var(--accent)}
.chart text{fill:var(--ink);text-anchor:middle}
.chart .axis{fill:var(--soft)}
.chart path{stroke:var(--soft);fill:none}
.signatures{display:grid;grid-template-columns:repeat(3,1fr);gap:2rem;text-align:center}
.signatory h3{margin:0}
.signed{margin:0 0 1.5rem}
.signatory .line{height:5.5rem;border-bottom:1px solid var(--ink);margin-bottom:.4rem}
.signatory p{margin:0}
.signatory .who{font-weight:600}
.blank{color:var(--soft);font-size:.85rem}
@media (max-width:40rem){.facts div,.legend div{grid-template-columns:1fr;gap:0}.contents ol{columns:1}.signatures{grid-template-columns:1fr}.cover h1{font-size:2.2rem}}
@page{size:8.5in 11in;margin:.75in .75in .8in;@bottom-left{font:8pt Arial,sans-serif;color:#4a5563;width:70%}@bottom-right{font:8pt Arial,sans-serif;color:#4a5563}}
@page wide{size:11in 8.5in;margin:.5in .5in .65in}
@page cover{size:8.5in 11in;margin:1in}
@media print{
:root{color-scheme:light;--ink:#1b2430;--soft:#4a5563;--line:#c3cad3;--fill:#eef2f5;--accent:#17495a;--page:#fff;--good:#1a6637;--risk:#8a5300;--bad:#a4161a;--over:#5b3a9e;--none:#555f6b;--wait:#3a5a80;--run:#17495a}
html{font-size:10pt;line-height:1.4;-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{max-width:none;padding:0}
.skip{display:none}
.cover{page:cover;min-height:9in;padding:1.2in 0 0;border:0;gap:.45in}
.cover .facts{margin-top:auto}
.contents{margin:0}
.contents li{margin:.05in 0}
.contents a{color:inherit;text-decoration:none}
section{margin:.4in 0 0}
.wide{page:wide}
.wide,.wide+section{margin-top:0}
.closing{margin-top:.5in;break-inside:avoid}
.scroll{overflow:visible}
.plan{min-width:0}
h2,h3,caption{break-after:avoid;break-inside:avoid}
thead{display:table-header-group;break-after:avoid}
tr,.figures,.signatures,.alert,.facts,.keep{break-inside:avoid}
tbody tr:first-child:not(:last-child),tbody tr:nth-last-child(2){break-after:avoid}
tbody:first-of-type,tbody:first-of-type tr:first-child{break-before:avoid}
.tall tbody tr{break-after:auto}
tbody:has(+ .total) tr:last-child{break-after:avoid}
.tall th{break-inside:avoid}
.chart{max-width:8.2in;margin:.15in auto}
tbody.group tr:first-child{break-after:avoid}
p,dd{orphans:3;widows:3}
table{font-size:8.5pt}
th,td{padding:.045in .06in}
.tall tr{break-inside:auto}
.tall li{break-inside:avoid}
.cover h1{font-size:36pt}
.dense{font-size:7.2pt}
.dense th,.dense td{padding:.035in .04in}
.dense .month{padding-left:.02in;padding-right:.02in}
.plan{table-layout:fixed}
.plan .dates{white-space:normal}
}
`
