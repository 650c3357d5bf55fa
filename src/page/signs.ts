// What the walls and graves of the web say. Sources: the pages that Cloudflare, Akamai, DataDome, PerimeterX, Imperva,
// AWS WAF, Sucuri, Alibaba (Lazada, AliExpress) and Vietnamese hosts serve, and the wording of Vietnamese marketplaces.
// Phrases are matched against text without diacritics, in lower case, so one form covers xoá, xóa and xoa.

const NAMED =
  '( (nay|do|ban (dang )?(tim|xem|yeu cau|truy cap)( kiem)?|can tim)){0,2}( (hien|hien tai|da|co the|tam thoi)){0,3}'
const TAKEN_DOWN = '(bi|duoc) (xoa|go|an|khoa|dinh chi|ha xuong|tam ngung)|da (xoa|go bo|dong cua|ngung hoat dong)'
const UNAVAILABLE = 'ton tai|hop le|hien thi|kha dung|co san|hieu luc'

/** A listing that is gone, as a title, a heading or a short page puts it. Out of stock is not gone. */
export const REMOVED_PHRASES = new RegExp(
  [
    `(san pham|mat hang)${NAMED} (khong (con )?(ton tai|hop le|duoc ban)|${TAKEN_DOWN})`,
    `(tin( dang| rao)?|bai( viet| dang)?|trang( web)?|noi dung|duong dan|lien ket|link|gian hang|shop|cua hang)${NAMED} (khong (con )?(${UNAVAILABLE})|khong con nua|het han|het hieu luc|${TAKEN_DOWN})`,
    'khong (the )?tim thay (trang|san pham|tin|noi dung|duong dan|bai|gian hang|cua hang)',
    '(trang|san pham|tin( dang)?|bai viet)( nay)? khong (duoc )?tim thay',
    "(page|product|item|listing|ad|post|content|shop|store|url)( (you('re| are)? ?(looking for|requested)|this))? (not found|no longer (exists|available|active)|(is|are) no longer (available|active)|(could ?n[o']t|cannot|can't|could not) be found|does ?n[o']t exist|does not exist|(has been|was) (removed|deleted|taken down)|has expired)",
    "(page|content|listing|ad|post|url) (is ?n't|is not|not) available",
    '\\b(404|410)[ :–-]{0,3}(error|loi|not found|page not found|gone)\\b|\\b(error|loi) (404|410)\\b',
    'account has been suspended|tai khoan nay (da )?bi (khoa|dinh chi)',
  ].join('|'),
)

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
    'access (is )?denied|access to this (page|site|website) (has been|is) (denied|blocked)',
    '(quyen )?truy cap( cua ban)? (da )?bi (tu choi|chan|gioi han)',
    '(your|dia chi) ip( address)?( cua ban)? (has been |is |da )?(bi )?(blocked|banned|chan)',
    "(you have|you've) been blocked|you are being rate limited|request (was )?blocked|yeu cau( cua ban)? (da )?bi chan",
    'unusual (traffic|activity)|luu luong( truy cap)? bat thuong|hoat dong bat thuong|truy cap bat thuong',
    'too many requests|qua nhieu (yeu cau|luot truy cap)',
    'keo (thanh truot|manh ghep)|slide to verify|drag the slider|nhap ma (xac nhan|captcha|bao mat) (ben duoi |hinh anh )?de tiep tuc',
    'pardon our interruption|ddos protection by|bot verification|robot check',
  ].join('|'),
)

/** Titles that only a challenge page has. */
export const BLOCKED_TITLES =
  /^(just a moment|attention required|access denied|access to this page|pardon our interruption|robot check|security check|ddos-guard|bot verification|one moment, please|please wait|are you (a )?(human|robot)|verify you|you have been blocked|request (blocked|rejected)|403\b|forbidden|429\b|too many requests|xac (minh|nhan|thuc)|kiem tra (bao mat|an ninh)|truy cap bi|captcha)/

export const REMOVED_TITLES = /^(404|410|not found|gone|khong tim thay|loi 404|error 404|page not found|oops)\b/

export const LOGIN_TITLES =
  /^((vui long )?dang nhap|login|log in|log into|sign in|sign up|facebook (-|–|—) (log in|dang nhap))\b|(\||-|–|·) ?(dang nhap|log ?in|sign in)$/

export const LOGIN_PHRASES = new RegExp(
  [
    '(dang nhap|dang ky|log ?in|sign in)( (hoac|or|va|and) (dang ky|dang nhap|sign up|register|create an account))?( (vao )?(tai khoan|facebook|he thong|account|to your account))? (de|to) (tiep tuc|xem|continue|see|view|access|truy cap|mua|su dung)',
    '(you must|you need to|please|ban (can|phai)|vui long|hay|yeu cau) (be logged in|log ?in|sign in|dang nhap)',
    'chi (danh cho )?thanh vien|members only|private (group|profile|account)|nhom rieng tu',
  ].join('|'),
)

export const LOGIN_PATH =
  /\/(login|log-in|signin|sign-in|dang-nhap|dangnhap|checkpoint|sso|oauth\d?|wp-login\.php)(?=[/.?]|$)/i
export const BLOCKED_PATH =
  /\/(captcha|challenge|punish|verify\/(captcha|traffic)|validatecaptcha|errors\/validate|_sec\/verify|sorry\/index)(?=[/.?]|$)/i
export const REMOVED_PATH = /\/(404|not-?found|page-not-found|khong-tim-thay|error404)(?=[/.?]|$)/i

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

export const MAINTENANCE =
  /(bao tri|nang cap he thong|under maintenance|be right back|site maintenance|temporarily unavailable|tam ngung phuc vu)/
