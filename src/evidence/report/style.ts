/** The report's look, on screen and on A4. Fixed text: its digest stands in the page's own policy. */
export const STYLE = `
:root{--ink:#1b1d21;--soft:#5a6068;--line:#cfd3d8;--paper:#fff;--accent:#7a1f1f;--mark:#ffe48a}
*{box-sizing:border-box}
body{margin:0;background:#e9ebee;color:var(--ink);font:15px/1.5 "Times New Roman","Liberation Serif","Noto Serif",serif}
.sheet{background:var(--paper);max-width:210mm;margin:8mm auto;padding:18mm 18mm 16mm;box-shadow:0 1px 6px #0003}
h1{font-size:27px;line-height:1.25;margin:4mm 0 6mm;text-align:center}
h2{font-size:20px;line-height:1.3;margin:0 0 4mm;padding-bottom:2mm;border-bottom:2px solid var(--accent)}
h3{font-size:15px;margin:7mm 0 2mm;color:var(--accent);text-transform:uppercase;letter-spacing:.04em;break-after:avoid}
h4{font-size:15.5px;margin:0;break-after:avoid}
p{margin:0 0 2.5mm}
.eyebrow{text-align:center;letter-spacing:.14em;text-transform:uppercase;color:var(--accent);font-weight:bold;font-size:13px;margin:0}
.rule{width:46mm;border:0;border-top:1px solid var(--accent);margin:2mm auto 0}
dl{display:grid;grid-template-columns:44mm 1fr;gap:1.2mm 5mm;margin:0 0 3mm}
a{color:inherit;text-decoration-thickness:1px;text-underline-offset:2px}
dt{color:var(--soft)}
dd{margin:0;overflow-wrap:anywhere}
.hash,.path{font-family:"Liberation Mono","DejaVu Sans Mono","Courier New",monospace;font-size:12px;overflow-wrap:anywhere}
.hash{font-size:11.5px}
.fingerprint{border:1.5px solid var(--ink);padding:3mm 4mm;margin:5mm 0}
.fingerprint .hash{font-size:14px;display:block;margin:1mm 0;letter-spacing:.03em}
.note{color:var(--soft);font-size:13.5px}
.caution{border-left:3px solid var(--accent);padding:1mm 0 1mm 4mm;margin:6mm 0}
table{border-collapse:collapse;width:100%;font-size:14px;margin:0 0 3mm}
th,td{text-align:left;vertical-align:top;padding:1.4mm 2mm;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{border-bottom:1.5px solid var(--ink);font-weight:bold}
td.file{white-space:nowrap;overflow-wrap:normal}
td.number,th.number{text-align:right;white-space:nowrap;overflow-wrap:normal}
td.short,th.short{white-space:nowrap;overflow-wrap:normal}
tr{break-inside:avoid}
.band{display:inline-block;border:1px solid;border-radius:2px;padding:0 2mm;font-weight:bold;font-size:13px;white-space:nowrap}
.band-high{color:#8b1a1a;background:#fdf0ee}.band-medium{color:#8a4b00;background:#fff6e6}
.band-low{color:#5c5a00;background:#fbfbe6}.band-none{color:#4a4f55;background:#f3f4f5}
.standing{display:flex;gap:5mm;align-items:baseline;margin:0 0 5mm}
.standing b{font-size:22px}
figure{margin:0 0 4mm;border:1px solid var(--line);padding:2mm;background:#fafbfc;break-inside:avoid}
figure .frame{max-height:105mm;overflow:hidden}
figure img{display:block;max-width:100%;height:auto;margin:0 auto}
figure .cut img{max-height:150mm;width:auto}
.goods{display:grid;grid-template-columns:1fr 1fr;gap:4mm}.goods img{max-height:90mm;width:auto}
.stamp{position:sticky;top:0;margin:0;padding:2mm;background:#7a1f1f;color:#fff;text-align:center;font-weight:bold;letter-spacing:.04em;z-index:1}
figcaption{font-size:12.5px;color:var(--soft);margin-top:2mm;overflow-wrap:anywhere}
.sign{border:1px solid var(--line);border-left:4px solid var(--accent);padding:3mm 4mm;margin:0 0 3.5mm;break-inside:avoid}
.sign.excuse{border-left-color:#2f6b3c}
.sign header{display:flex;justify-content:space-between;gap:4mm;align-items:baseline}
.sign header span{color:var(--soft);font-size:13px;white-space:nowrap}
blockquote{margin:2mm 0;padding:2mm 3mm;background:#f7f7f4;white-space:pre-wrap;overflow-wrap:anywhere}
blockquote+.where{margin-top:-1.5mm}
.where{color:var(--soft);font-size:12.5px;margin:0 0 2mm}
mark{background:var(--mark);color:inherit;font-weight:bold;border-bottom:2px solid #c79400;padding:0 1px}
.hidden-character{font:11px "Liberation Mono",monospace;border:1px solid #8b1a1a;color:#8b1a1a;padding:0 1px;margin:0 1px}
.small{font-size:13px;color:var(--soft);margin:1.5mm 0 0}
.sign p{margin:1mm 0}
ul,ol{margin:0 0 4mm;padding-left:6mm}li{margin-bottom:1.8mm}
@page{size:A4;margin:18mm 15mm 17mm}
@media print{body{background:none}.stamp{display:none}.sheet{max-width:none;margin:0;padding:0;box-shadow:none;break-after:page}.sheet:last-child{break-after:auto}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
@media (max-width:720px){.sheet{padding:6mm;margin:0}dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:2mm}}
`

/** A CSS string of our own words; anything that could end it early would be our mistake. */
function cssString(text: string): string {
  if (/[\u0000-\u001f"\\<]/.test(text)) throw new Error('this text cannot stand in a style sheet')
  return `"${text}"`
}

const MARGIN_TEXT = 'font:10px "Liberation Sans","DejaVu Sans",sans-serif;color:#5a6068'

/** What stands in the margin of every printed page: the head and the key it hangs on, its number, and a stamp where there is one. */
export const pageStyle = (foot: string, stamp: string | null): string => `
@page{@bottom-left{content:${cssString(foot)};${MARGIN_TEXT}}@bottom-right{content:counter(page) " / " counter(pages);${MARGIN_TEXT}}${
  stamp === null
    ? ''
    : `@top-center{content:${cssString(stamp)};font:bold 12px "Liberation Sans","DejaVu Sans",sans-serif;color:#a01414}`
}}
`
