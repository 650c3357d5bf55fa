// What the walls of the web say. Sources: the pages that Cloudflare, Akamai, DataDome, PerimeterX, Imperva, F5, AWS WAF,
// Sucuri, Wordfence, Alibaba (Lazada, AliExpress) and Vietnamese hosts serve. Phrases are matched against text without
// diacritics, in lower case.

/** Someone stands between us and the page. */
export const BLOCKED_PHRASES = new RegExp(
  [
    'xac (minh|nhan|thuc) (rang )?(ban|toi) (la (con )?nguoi|khong phai (la )?(robot|nguoi may|may))',
    'toi khong phai (la )?(robot|nguoi may)',
    "(verify|confirm|prove)( that)? you( are|'re)? (not a (ro)?bot|(a )?human)",
    'are you (a )?(human|robot)',
    "i'm not a robot",
    'checking (your|if the site|the) (browser|connection)',
    'dang kiem tra (trinh duyet|ket noi|bao mat)',
    '(enable|bat) javascript (and|va) cookies? (to|de) ',
    'access (is )?denied|access to this (page|site|website) (has been|is) (denied|blocked|limited)|you are unable to access',
    'banned you (temporarily )?from accessing|error code:? 10(06|07|08|10|12|15|20)|error 10(06|07|08|10|12|15|20)\\b',
    'enable js and disable any ad ?blocker|using automation tools|press (&|and) hold',
    'mod_?security|requested url was rejected|your support id is|request unsuccessful',
    '(web ?page|website|url|you have requested) (has been |is )?blocked|trang (web )?(nay )?(da )?bi chan',
    '(quyen )?truy cap( cua ban)? (da )?bi (tu choi|chan|gioi han)',
    '(your|dia chi) ip( address)?( cua ban)? (has been |is |da )?(bi )?(blocked|banned|chan)',
    "(you have|you've) been blocked|you are being rate limited|request (was )?blocked|yeu cau( cua ban)? (da )?bi chan",
    'unusual (traffic|activity)|luu luong( truy cap)? bat thuong|hoat dong bat thuong|truy cap bat thuong',
    'too many requests|qua nhieu (yeu cau|luot truy cap)|(thao tac|truy cap|gui yeu cau) qua nhanh',
    'khong co quyen truy cap (vao )?(trang|website|noi dung) nay|khong duoc phep truy cap',
    '(keo|truot) (thanh truot|manh ghep|de xac minh)|slide to verify|drag the slider|nhap ma (xac nhan|captcha|bao mat) (ben duoi |hinh anh )?de tiep tuc',
    'pardon our interruption|ddos protection by|bot verification|robot check',
  ].join('|'),
)

/** Titles that only a challenge page has. */
export const BLOCKED_TITLES =
  /^(just a moment|attention required|access denied|access to this page|pardon our interruption|robot check|security check|ddos-guard|bot verification|one moment, please|please wait|not acceptable|web ?page blocked|security verification|your access to this site|sucuri|ddos protection|are you (a )?(human|robot)|verify you|you have been blocked|request (blocked|rejected)|403\b|forbidden|429\b|too many requests|xac (minh|nhan|thuc)|kiem tra (bao mat|an ninh)|truy cap bi|captcha|cho mot chut)/

export const BLOCKED_PATH =
  /\/(captcha|challenge|punish|verify\/(captcha|traffic)|validatecaptcha|errors\/validate|_sec\/verify|sorry\/index)(?=[/.?]|$)/i

export interface Marker {
  readonly text: string
  /** 3 decides alone; less is also seen on pages that were served. */
  readonly weight: number
}

/** Machinery of a challenge in the markup. Case-sensitive, found by plain search. */
export const CHALLENGE_MARKERS: readonly Marker[] = [
  { text: '_cf_chl_opt', weight: 3 },
  { text: 'cf-challenge-running', weight: 3 },
  { text: 'cf-error-details', weight: 1 },
  { text: '/cdn-cgi/challenge-platform/', weight: 1 },
  { text: 'challenges.cloudflare.com/turnstile', weight: 1.5 },
  { text: 'captcha-delivery.com', weight: 3 },
  { text: 'px-captcha', weight: 3 },
  { text: '_pxAppId', weight: 1 },
  { text: '_Incapsula_Resource', weight: 1.5 },
  { text: 'Incapsula incident ID', weight: 3 },
  { text: 'errors.edgesuite.net', weight: 3 },
  { text: 'sec-if-cpt-container', weight: 3 },
  { text: '/_sec/cp_challenge', weight: 3 },
  { text: 'SWJIYLWA', weight: 3 },
  { text: 'SWUDNSAI', weight: 3 },
  { text: 'awswaf.com', weight: 1.5 },
  { text: 'AwsWafIntegration', weight: 1.5 },
  { text: 'sucuri.net/privacy-policy', weight: 1 },
  { text: 'sucuri_cloudproxy_js', weight: 3 },
  { text: 'x5secdata', weight: 3 },
  { text: 'rgv587_flag', weight: 3 },
  { text: '_____tmd_____', weight: 3 },
  { text: 'ddos-guard', weight: 1 },
  { text: 'slowAES', weight: 3 },
  { text: 'geetest', weight: 1.5 },
  { text: 'g-recaptcha', weight: 1.5 },
  { text: 'h-captcha', weight: 1.5 },
  { text: 'hcaptcha.com', weight: 1.5 },
  { text: 'recaptcha/api.js', weight: 1 },
]

/** header → value that says a wall answered. */
export const CHALLENGE_HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ['cf-mitigated', /challenge|block/i],
  ['x-amzn-waf-action', /challenge|captcha/i],
  ['x-sucuri-block', /./],
  ['x-dd-b', /./],
]
