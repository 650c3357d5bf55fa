// Longer than a file should be: it is a table of drawings.
/** Four tones of one hue: what every picture is drawn with. */
interface Tones {
  readonly dark: string
  readonly main: string
  readonly soft: string
  readonly pale: string
}

const rect = (x: number, y: number, w: number, h: number, r: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${r}" fill="${fill}" ${more}/>`
const circle = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
const path = (d: string, fill: string, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`
const line = (d: string, stroke: string, width: number) =>
  path(d, 'none', `stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"`)
const lines = (x: number, y: number, w: number, n: number, gap: number, fill: string) =>
  Array.from({ length: n }, (_, i) => rect(x, y + i * gap, i % 3 === 2 ? w * 0.6 : w, 8, 4, fill)).join('')

const sheet = (t: Tones) =>
  rect(120, 70, 160, 260, 10, '#fff') + lines(142, 110, 116, 9, 22, t.soft) + rect(142, 86, 70, 12, 6, t.main)
const bottle = (t: Tones) =>
  rect(165, 60, 70, 50, 8, t.dark) +
  path('M150 110h100l18 50v165a22 22 0 0 1-22 22h-92a22 22 0 0 1-22-22v-165z', t.main) +
  rect(132, 190, 136, 100, 4, '#fff') +
  lines(150, 212, 100, 3, 22, t.soft)

/** One drawing per kind of goods, on a 400 × 400 sheet. */
const DRAW = {
  watch: (t: Tones) =>
    rect(160, 20, 80, 360, 18, t.dark) +
    circle(200, 200, 108, t.main) +
    circle(200, 200, 90, '#fdfdfd') +
    line('M200 140v60l42 26', t.dark, 9) +
    circle(200, 200, 9, t.dark) +
    rect(306, 188, 20, 24, 6, t.main),
  ring: (t: Tones) =>
    circle(200, 215, 105, 'none', `stroke="${t.main}" stroke-width="26"`) + path('M200 50l36 38-36 48-36-48z', t.soft),
  shirt: (t: Tones) =>
    path('M140 70l60 26 60-26 80 60-38 62-32-18v160H130V174l-32 18-38-62z', t.main) +
    line('M170 84q30 40 60 0', t.pale, 10),
  dress: (t: Tones) =>
    path('M160 50h20q20 34 40 0h20l12 90 60 210H88l60-210z', t.main) +
    circle(170, 250, 14, t.pale) +
    circle(225, 295, 18, t.pale) +
    circle(205, 200, 10, t.pale),
  bag: (t: Tones) =>
    line('M140 170q0-100 60-100t60 100', t.dark, 16) +
    path('M80 160h240l22 180H58z', t.main) +
    rect(172, 205, 56, 42, 8, t.pale) +
    rect(76, 160, 248, 14, 6, t.dark),
  shoe: (t: Tones) =>
    path('M50 150q50 26 96-6l70 70q80 14 126 46 10 34-6 48H60q-22-84-10-158z', t.main) +
    rect(46, 296, 302, 30, 14, '#fff') +
    line('M170 182l26-20M192 204l26-20M214 224l26-20', t.pale, 9),
  phone: (t: Tones) =>
    rect(120, 40, 160, 320, 28, t.dark) +
    rect(132, 54, 136, 292, 18, t.soft) +
    rect(140, 62, 66, 66, 18, t.main) +
    circle(160, 82, 12, t.dark) +
    circle(186, 108, 12, t.dark),
  strap: (t: Tones) =>
    rect(150, 20, 100, 120, 20, t.main) +
    rect(150, 260, 100, 120, 20, t.main) +
    rect(132, 120, 136, 160, 34, t.dark) +
    rect(146, 134, 108, 132, 24, t.soft),
  earbuds: (t: Tones) =>
    rect(100, 180, 200, 150, 50, t.main) +
    line('M104 235h192', t.dark, 5) +
    circle(150, 120, 34, '#fff') +
    rect(136, 120, 22, 80, 11, '#fff') +
    circle(250, 120, 34, '#fff') +
    rect(242, 120, 22, 80, 11, '#fff'),
  speaker: (t: Tones) =>
    rect(115, 60, 170, 280, 22, t.dark) +
    circle(200, 240, 66, t.main) +
    circle(200, 240, 30, t.pale) +
    circle(200, 120, 34, t.soft),
  screen: (t: Tones) =>
    rect(60, 90, 280, 180, 14, t.dark) +
    rect(74, 104, 252, 152, 6, t.soft) +
    lines(96, 130, 150, 5, 22, '#fff') +
    path('M170 270h60l14 50h-88z', t.main),
  printer: (t: Tones) =>
    rect(140, 50, 120, 130, 4, '#fff') +
    lines(156, 70, 88, 4, 22, t.soft) +
    rect(80, 160, 240, 160, 22, t.main) +
    rect(116, 172, 168, 18, 9, t.dark) +
    circle(286, 286, 12, t.pale),
  roll: (t: Tones) =>
    circle(170, 200, 110, '#fff', `stroke="${t.soft}" stroke-width="6"`) +
    circle(170, 200, 34, t.main) +
    path('M170 310h160v26H170z', '#fff'),
  label: (t: Tones) =>
    path('M70 90h160l110 110-130 130L70 190z', t.main) +
    circle(120, 140, 20, t.pale) +
    line('M170 190l70 70M200 170l60 60', t.pale, 10),
  box: (t: Tones) =>
    path('M60 140l140-60 140 60v150l-140 60-140-60z', t.main) +
    path('M60 140l140 60 140-60-140-60z', t.soft) +
    line('M200 200v150', t.dark, 5),
  book: (t: Tones) =>
    rect(100, 60, 200, 280, 8, t.main) +
    rect(100, 60, 26, 280, 8, t.dark) +
    rect(150, 110, 120, 60, 4, t.pale) +
    lines(150, 260, 120, 2, 22, t.soft),
  bottle,
  tube: (t: Tones) =>
    path('M130 50h140l-20 230h-100z', t.main) + rect(152, 280, 96, 64, 10, t.dark) + lines(165, 120, 72, 3, 24, t.pale),
  jar: (t: Tones) =>
    rect(120, 80, 160, 46, 10, t.dark) +
    rect(105, 126, 190, 214, 30, t.main) +
    rect(105, 180, 190, 96, 0, '#fff') +
    lines(130, 202, 140, 3, 22, t.soft),
  plush: (t: Tones) =>
    circle(130, 110, 40, t.dark) +
    circle(270, 110, 40, t.dark) +
    circle(200, 160, 92, t.main) +
    path('M110 350q-10-120 90-120t90 120z', t.main) +
    circle(168, 150, 10, t.dark) +
    circle(232, 150, 10, t.dark) +
    circle(200, 190, 24, t.pale),
  sofa: (t: Tones) =>
    rect(70, 130, 260, 130, 30, t.soft) +
    rect(40, 190, 60, 120, 24, t.main) +
    rect(300, 190, 60, 120, 24, t.main) +
    rect(90, 230, 220, 80, 14, t.main) +
    rect(70, 310, 20, 34, 4, t.dark) +
    rect(310, 310, 20, 34, 4, t.dark),
  pot: (t: Tones) =>
    rect(90, 150, 220, 160, 28, t.main) +
    rect(70, 130, 260, 28, 14, t.dark) +
    circle(200, 112, 18, t.dark) +
    rect(36, 180, 54, 22, 11, t.dark) +
    rect(310, 180, 54, 22, 11, t.dark),
  plant: (t: Tones) =>
    path('M130 230h140l-20 120h-100z', '#b07a55') +
    path('M200 230q-110-20-100-120 90 10 100 120z', t.main) +
    path('M200 230q110-20 100-130-90 20-100 130z', t.soft) +
    path('M200 230q-30-100 0-170 30 70 0 170z', t.dark),
  firework: (t: Tones) =>
    rect(170, 190, 60, 170, 8, t.main) +
    lines(170, 220, 60, 5, 28, t.pale) +
    line('M200 180V70M150 180L96 90M250 180l54-90M180 180l-30-116M220 180l30-116', t.soft, 9) +
    circle(96, 84, 12, t.main) +
    circle(304, 84, 12, t.main) +
    circle(200, 60, 12, t.dark),
  pack: (t: Tones) =>
    path('M100 70h200l-10 30 10 220-10 26H110l-10-26 10-220z', t.main) +
    circle(200, 190, 56, t.pale) +
    lines(140, 272, 120, 2, 22, '#fff'),
  cigarettes: (t: Tones) =>
    rect(110, 110, 180, 240, 8, t.main) +
    path('M110 110h180v60H110z', '#fff') +
    [140, 175, 210, 245].map((x) => rect(x, 60, 22, 60, 3, '#fff') + rect(x, 60, 22, 22, 3, '#d9a066')).join('') +
    rect(140, 220, 120, 70, 4, t.dark),
  vape: (t: Tones) =>
    rect(150, 110, 100, 250, 30, t.main) +
    rect(172, 50, 56, 70, 12, t.dark) +
    circle(200, 310, 14, t.pale) +
    line('M230 40q40-30 80 0t70 0', t.soft, 8),
  invoice: sheet,
  money: (t: Tones) =>
    [0, 1, 2]
      .map((i) =>
        rect(60 + i * 14, 110 + i * 40, 260, 120, 8, i === 2 ? t.main : t.soft, `stroke="${t.dark}" stroke-width="3"`),
      )
      .join('') + circle(218, 250, 36, t.pale),
  camera: (t: Tones) =>
    rect(60, 120, 280, 190, 24, t.dark) +
    rect(150, 90, 100, 40, 10, t.dark) +
    circle(200, 215, 70, t.main) +
    circle(200, 215, 40, t.pale),
} as const

export type Shape = keyof typeof DRAW

const tonesOf = (hue: number): Tones => ({
  dark: `hsl(${hue} 32% 24%)`,
  main: `hsl(${hue} 52% 48%)`,
  soft: `hsl(${hue} 55% 74%)`,
  pale: `hsl(${hue} 60% 92%)`,
})

/** An SVG of the goods; each `variant` (0–3) has its own background and tilt, as photographs of one thing do. */
export function drawSvg(shape: Shape, hue: number, variant: number): string {
  const from = (hue + 190 + variant * 40) % 360
  const tilt = [0, -9, 12, 5][variant] ?? 0
  const scale = [0.86, 1, 0.78, 1.12][variant] ?? 1
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" width="640" height="640">
<defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${from} 45% 95%)"/><stop offset="1" stop-color="hsl(${from} 38% 82%)"/></linearGradient></defs>
<rect width="400" height="400" fill="url(#g)"/><ellipse cx="200" cy="365" rx="130" ry="14" fill="#0002"/>
<g transform="translate(200 200) rotate(${tilt}) scale(${scale}) translate(-200 -200)">${DRAW[shape](tonesOf(hue))}</g></svg>`
}

const rendered = new Map<string, Promise<Buffer>>()

/** The same picture as a 640 × 640 PNG, drawn once. */
export function drawPng(shape: Shape, hue: number, variant: number): Promise<Buffer> {
  const key = `${shape} ${hue} ${variant}`
  const known = rendered.get(key)
  if (known) return known
  const drawing = import('sharp').then(({ default: sharp }) =>
    sharp(Buffer.from(drawSvg(shape, hue, variant)))
      .resize(640, 640)
      .png({ palette: true, effort: 1 })
      .toBuffer(),
  )
  rendered.set(key, drawing)
  return drawing
}
