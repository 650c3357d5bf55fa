// Walls that ask the visitor for something: an account, a password, an age, a yes to cookies, another country.
// Matched against text without diacritics, in lower case.

export const LOGIN_TITLES =
  /^((vui long )?dang nhap|login|log in|log into|sign in|sign up|facebook (-|–|—) (log in|dang nhap))\b|(\||-|–|·|•) ?(dang nhap|log ?in|sign in)$/

/** Who reads needs no account where only answering asks for one; every thread of a forum ends so. */
const NOT_TO_ANSWER =
  '(?![^.!?]{0,40} (de|to) (co the )?(tra loi|binh luan|danh gia|nhan xet|gui|dang bai|thich|xem gia|reply|comment|post|review|rate|write)\\b)'

export const LOGIN_PHRASES = new RegExp(
  [
    '(dang nhap|dang ky|log ?in|sign in|join)( (hoac|or|va|and) (dang ky|dang nhap|sign up|register|create an account))?( (vao )?(tai khoan|facebook|he thong|account|to your account))? (de|to) (tiep tuc|xem(?! gia)|continue|see|view|access|truy cap|mua|su dung)',
    `(you must|you need to|please|ban (can|phai)|vui long|hay|yeu cau) (be logged[- ]in|log ?in|sign in|dang nhap)${NOT_TO_ANSWER}`,
    'ban chua dang nhap|dang nhap neu|dang nhap tai khoan [a-z]{2,20} de ',
    'chi (danh cho )?thanh vien|members only|private (group|profile|account|video)|(nhom|video|tai khoan) rieng tu|tham gia nhom( nay)? de xem',
    '(duoc|da) bao (mat|ve)( bang mat khau)?\\. hay nhap mat khau|nhap mat khau de (xem|truy cap|tiep tuc)|enter (the )?(store|site|page)? ?(using )?(the )?password|(content|page|site|post) is password[- ]protected',
  ].join('|'),
)

export const LOGIN_PATH =
  /\/(login|log-in|signin|sign-in|dang-nhap|dangnhap|checkpoint|sso|oauth\d?|authwall|password|wp-login\.php)(?=[/.?]|$)/i

/** What a wall that asks for consent, or for an age, is about. */
export const CONSENT_TOPIC =
  /\bcookies?\b|your privacy|quyen rieng tu|du lieu ca nhan|personal data|dieu khoan (su dung|dich vu)|terms of (use|service)|(du|tren) (18|21) tuoi|(18|21)( years)?( of age)?( or|\+) (older|over)|(over|at least) (18|21)|(content|sensitive content) warning|suitable for adults/

/** What it has to press. */
export const CONSENT_BUTTONS =
  /accept all|reject all|manage (options|choices|preferences|cookies)|\bi (agree|accept|understand)\b|(chap nhan|tu choi|dong y) tat ca|(toi )?dong y( voi)?|tu choi|tuoi chua|toi (da )?(du|tren) (18|21)|\byes\b|enter (the )?site/

export const CONSENT_HEADS =
  /^(before you continue|truoc khi (ban )?tiep tuc|we value your privacy|your privacy (is|matters)|privacy (choices|preferences)|cookie (consent|preferences)|consent\b|content warning|sensitive content|age (verification|check)|xac nhan (do )?tuoi|ban (da )?(du|tren) (18|21) tuoi)/

export const CONSENT_PLACE =
  /^(consent|guce|cmp)\.|\/(consent|age-?(gate|verification|check)|cookie-consent)(?=[/.?]|$)/i

/** A refusal whose reason is where the visitor's address is; nothing that is for sale says so. */
export const GEO_BANS =
  /(country|region)( or region)? your ip (address )?is in|block access from your country|from a country belonging to/

/** The visitor's place is the reason: said outright. */
export const GEO_PHRASES = new RegExp(
  [
    "(not|n't|un) ?(been )?(made )?(this [a-z]{3,9} )?(currently )?(available|accessible|supported|sold|offered|licen[cs]ed) (in|to|from|for) (your|this) (country|region|location|area|territory)",
    '(currently |temporarily )?unavailable in your (country|region|location|area)',
    GEO_BANS.source,
    '(only|not) (ships?|delivers?|available) (to|in|within) [a-z ]{3,40}\\. you (appear|seem) to be|you (appear|seem) to be (visiting|browsing|shopping) from',
    '(khong|chua)( duoc| co| the| con){0,3} (ban|ho tro|ap dung|giao hang|phuc vu|kha dung|hien thi|cung cap|xem|mua|san co|co san|o|tai)( (o|tai|cho|trong|den)){0,2}( quoc gia| khu vuc| vung| noi| dia phuong){1,3}( hoac (khu vuc|vung))?( nay)? (cua ban|ban)',
    'chi (cho phep|ho tro|phuc vu) (truy cap|khach hang)? ?(tu|tai|o) viet nam|ip nuoc ngoai',
  ].join('|'),
)

/** The page wants a place first, or serves one place only: goods shown for sale may say so too. */
export const GEO_HINTS =
  /(chi|only) (giao hang|giao|ban|ships?|delivers?) (tai|o|trong|den|to|in|within) |(vui long )?chon (khu vuc|tinh|tinh\/thanh pho|dia diem|quoc gia|noi giao)( giao hang)?( cua ban)? (de (xem|tiep tuc)|cua ban)|chon tinh\/thanh pho|(choose|select) (your |a )?(country|region|location|store)\b/
