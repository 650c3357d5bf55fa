// Pages that were served and are nobody's shop, and pages that say that something broke.
// Matched against text without diacritics, in lower case.

/** A server or a hosting account that nobody has filled, a folder, a site before its first day. */
export const UNFILLED_HEADS =
  /^(welcome to (nginx|openresty|centos|caddy)|apache2? .*default page|(apache|nginx|litespeed|http server) test page|test page for|it works!?$|index of \/|directory listing|default web site page|iis windows|(website|trang web|trang) (nay )?(dang )?(duoc |trong qua trinh )?(xay dung|thiet ke)|ten mien( [a-z0-9.-]{3,60})?( nay)? da duoc dang ky|(website|trang) sap ra mat|sap ra mat|under construction|(site|website|page) (is )?under construction|coming soon|opening soon|launching soon)/

export const UNFILLED_PHRASES =
  /default (welcome )?page used to test|server is successfully installed|upload your website files|your hosting account is ready|(website|trang web|trang) (nay )?dang (duoc |trong qua trinh )?(xay dung|hoan thien)|(site|website|page) is (currently )?(under construction|being built)|we are launching/

/** Upkeep is also a trade (“bảo trì máy lạnh”): it closes only what a visitor visits, or what is being kept right now. */
const MAINTENANCE =
  /(website|trang( web)?|he thong|may chu|ung dung|cua hang|shop|gian hang)( nay| hien| tai| dang| duoc| tam| thoi| dung| ngung| phuc vu| de){0,5} (bao tri|nang cap)|(dang|tam)( duoc)? bao tri|dang nang cap|nang cap he thong|under maintenance|scheduled maintenance|be (right )?back (soon|shortly)|be right back|site maintenance|(?<!(item|product|size|colou?r) (is )?(currently )?)temporarily unavailable|tam ngung phuc vu/

export const ERROR_PHRASES = new RegExp(
  [
    MAINTENANCE.source,
    'error establishing a database connection|database (connection )?error|could not connect to (the )?database',
    '(fatal|parse) error ?:|uncaught (error|exception|typeerror|pdoexception)|stack trace:|internal server error|unhandled exception',
    "server error in '/' application|\\b5(00|02|03|04) (server error|bad gateway|service unavailable|gateway time-?out)|\\berror code:? 5\\d\\d\\b",
    'connection timed out|web server is down|origin (dns error|is unreachable)|ssl handshake failed|a timeout occurred',
    '(an error|something) (has )?(went wrong|occurred|happened)|something went wrong|bandwidth limit',
    // “Có lợi” and “bán lẻ” look the same without their tones.
    '(xay ra|gap) (mot )?(loi|su co)|(da )?co (mot )?(loi|su co)( da)?( nghiem trong)?( xay ra| tren (trang|website)|[,.!] ?(vui long|xin|hay))',
    '(?<!(sua|khac phuc|xu ly|chua|bao) )loi (he thong|may chu|ket noi|co so du lieu)|he thong (dang )?(gap su co|qua tai)|he thong (hien )?dang (qua )?ban(?! [a-z])',
  ].join('|'),
)

export const ERROR_TITLES =
  /^(5\d\d(?= ?$| ?[-–—:|!(.]| (error|loi|internal|bad|service|server|gateway|backend))|(server|runtime) error\b|bao tri( website| he thong)?$|bad gateway|service unavailable|gateway time-?out|internal server error|database error|error establishing)/

/** What a page that sells shows, and a wall or a grave does not. */
export const PRICE =
  /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+ ?(?:₫|d\b|vnd\b|dong\b)|\b\d{2,4} ?k\b|\b\d{1,3}(?:[.,]\d)? ?(?:tr|trieu)(?:\d{1,3})?\b|[$€£] ?\d/g
export const BUY = /them vao gio|cho vao gio|mua ngay|dat hang ngay|add to (cart|bag|basket)|buy (it )?now/
/** Who may write to a shop is past every wall, though he is asked whether he is a robot. */
export const MESSAGE_FIELD = /<textarea\b(?![^<>]{0,200}captcha)/i
/** The address of a search: what it does not find was never a listing. */
export const SEARCH = /\/(search|tim-kiem|tim)(?=[/.?]|$)|\/s(?=[?]|$)|[?&](q|s|query|keyword|search|tu-khoa)=/i
