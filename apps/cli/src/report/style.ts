import { darkTheme, lightTheme, type Theme } from '@manabi/viz';

function variables({ tokens, fontFamily }: Theme): string {
  const { background, surface, text, muted, grid, truth } = tokens;
  return `--page:${background};--surface:${surface};--text:${text};--muted:${muted};--line:${grid};--accent:${truth};--font:${fontFamily}`;
}

/** How the page looks on a light screen, on a dark one and on paper. */
export const style = `
:root{color-scheme:light dark;${variables(lightTheme)}}
.dark,.narrow{display:none}
@media screen and (max-width:46rem){
.wide{display:none}
.narrow{display:block}
}
@media screen and (prefers-color-scheme:dark){
:root{${variables(darkTheme)}}
.dark{display:block}
.light{display:none}
}
*{box-sizing:border-box}
body{margin:0 auto;max-width:64rem;padding:2rem 1.25rem 4rem;background:var(--page);color:var(--text);font:1rem/1.55 var(--font)}
h1{margin:0;overflow-wrap:anywhere;font-size:1.9rem;line-height:1.25}
h2{margin:2.75rem 0 .75rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:1.3rem}
p{max-width:44rem}
.lede{margin:.4rem 0 1.5rem;color:var(--muted)}
.key{display:grid;grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));gap:.75rem;margin:0}
.key div{padding:.7rem .9rem;border-radius:.5rem;background:var(--surface)}
.key dt{color:var(--muted);font-size:.85rem}
.key dd{margin:0;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}
figure{margin:1rem 0;break-inside:avoid}
figcaption{margin-top:.5rem;color:var(--muted);font-size:.92rem}
svg{display:block;width:100%;height:auto}
.predictions{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,26rem),1fr));gap:1.75rem 2.25rem;margin:0;padding:0;list-style:none}
.predictions li{break-inside:avoid}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.92rem;font-variant-numeric:tabular-nums}
caption{padding:.5rem 0;text-align:start;color:var(--muted)}
th,td{padding:.3rem .9rem .3rem 0;border-bottom:1px solid var(--line);text-align:end;vertical-align:top}
th:first-child{text-align:start}
thead th{font-weight:600;color:var(--muted)}
tbody th{font-weight:400}
.layers :is(th,td):nth-child(2){text-align:start}
.facts td{text-align:start;overflow-wrap:anywhere}
.facts th{white-space:nowrap;color:var(--muted)}
details{margin-top:.5rem;font-size:.92rem}
summary{cursor:pointer;color:var(--accent)}
.facts tr{break-inside:avoid}
summary:focus-visible,pre:focus-visible,.scroll:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
pre{overflow-x:auto;padding:.8rem 1rem;border-radius:.5rem;background:var(--surface);font-size:.9rem}
@page{margin:16mm 14mm}
@media print{
body{max-width:none;padding:0;font-size:10.5pt}
h2{break-after:avoid}
.whole{break-inside:avoid}
.key{grid-template-columns:repeat(5,1fr)}
h2{margin-top:1.6rem}
details{display:none}
.key div,pre{border:1px solid var(--line)}
pre{white-space:pre-wrap}
.predictions{grid-template-columns:1fr 1fr;gap:5mm 8mm}
.facts{font-size:8.5pt}
.scroll{overflow:visible}
}
`;
