// Pages that were served and are nobody's shop, and pages that say that something broke.
// Matched against text without diacritics, in lower case.

/** A server or a hosting account that nobody has filled, a folder, a site before its first day. */
export const UNFILLED_HEADS =
  /^(welcome to (nginx|openresty|centos|caddy)|apache2? .*default page|(apache|nginx|litespeed|http server) test page|test page for|it works!?$|index of \/|directory listing|default web site page|iis windows|(website|trang web|trang) (nay )?(dang )?(duoc )?(xay dung|thiet ke)|(website|trang) sap ra mat|sap ra mat|under construction|(site|website|page) (is )?under construction|coming soon|opening soon|launching soon)/

export const UNFILLED_PHRASES =
  /default (welcome )?page used to test|server is successfully installed|upload your website files|your hosting account is ready|(website|trang web|trang) (nay )?dang (duoc )?(xay dung|hoan thien)|(site|website|page) is (currently )?(under construction|being built)|we are launching/

const MAINTENANCE =
  /bao tri|(dang|duoc) nang cap|nang cap he thong|under maintenance|scheduled maintenance|be (right )?back (soon|shortly)|be right back|site maintenance|temporarily unavailable|tam ngung phuc vu/

export const ERROR_PHRASES = new RegExp(
  [
    MAINTENANCE.source,
    'error establishing a database connection|database (connection )?error|could not connect to (the )?database',
    '(fatal|parse) error ?:|uncaught (error|exception|typeerror|pdoexception)|stack trace:|internal server error|unhandled exception',
    '(an error|something) (has )?(went wrong|occurred|happened)|something went wrong|bandwidth limit',
    '(da )?(co|xay ra|gap) (mot )?(loi|su co)( xay ra)?[,.]? ?(vui long|xin|hay|he thong)?|loi (he thong|may chu|ket noi|co so du lieu)|he thong (dang )?(gap su co|qua tai|ban)',
  ].join('|'),
)

export const ERROR_TITLES =
  /^(5\d\d\b|bad gateway|service unavailable|gateway time-?out|internal server error|database error|error establishing)/

/** What a page that sells shows, and a wall or a grave does not. */
export const PRICE = /(?<![\d.,])\d{1,3}(?:[.,]\d{3})+ ?(?:₫|d\b|vnd\b|dong\b)|\b\d{2,4} ?k\b|[$€£] ?\d/g
export const BUY = /them vao gio|cho vao gio|mua ngay|dat hang ngay|add to (cart|bag|basket)|buy (it )?now/
/** The address of a search: what it does not find was never a listing. */
export const SEARCH = /\/(search|tim-kiem|tim|s)(?=[/.?]|$)|[?&](q|s|query|keyword|search|tu-khoa)=/i
