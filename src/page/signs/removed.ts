// What a page says in place of a listing, a shop, an account or a whole site that is gone. Matched against text without
// diacritics, in lower case, so one form covers xoá, xóa and xoa. Sources: the wording of Vietnamese marketplaces, shop
// software, social networks, hosts and registrars.

const NAMED =
  '( (nay|do|ban (dang )?(tim|xem|yeu cau|truy cap)( kiem)?|can tim)){0,2}( (hien|hien tai|hien dang|dang|da|co the|tam thoi)){0,3}'
const UNAVAILABLE = 'ton tai|hop le|hien thi|kha dung|co san|hieu luc|hoat dong(?! (vao|ngay|trong|tu|chu nhat))'
const THINGS =
  'tin( dang| rao)?|bai( viet| dang)?|chu de|trang( web)?|website|noi dung|duong dan|lien ket|link|gian hang|shop|cua hang|tai khoan|nguoi dung|nhom|kenh|video|hosting|ten mien( [a-z0-9-]{1,60}[.][a-z.]{2,20})?'
const TAKEN_OFF = `(bi|duoc) ((nguoi (ban|dang)|chu (shop|so huu)|quan tri( vien)?|ban quan tri|he thong) )?(xoa(?! khoi (gio|danh sach|muc|yeu thich|so sanh))|go|an|khoa|dinh chi|ha xuong|tam ngung|tam khoa|tu choi|giai tan|vo hieu|cham dut|thu hoi|tich thu)|da (xoa|go bo|dong cua|(ngung|dung|cham dut|ket thuc) hoat dong)|dang tam khoa|tam khoa do`
const LOST =
  '(page|product|item|listing|ad|post|content|shop|store|url|account|user|video|channel|group|profile|thread|topic|file)'
const SOUGHT = '( nay)?( (ma )?ban (dang )?(tim|yeu cau|can)( kiem)?)?'

/** A shop that asks whether something was not found offers its help. */
const NO_QUESTION =
  "(?! (ma )?(ban|quy khach) (dang )?(can|muon|tim|mong muon)( (mua|tim|kiem)){0,2} ?[?]| (that )?you('re| are)? (looking for|need|want) ?[?])"

/** A listing that is gone, as a title, a heading or a short page puts it. Out of stock is not gone, nor a search without hits. */
export const REMOVED_PHRASES = new RegExp(
  [
    `(san pham|mat hang)${NAMED} (khong (con )?(ton tai|hop le)|khong con duoc ban|khong duoc ban(?! (cho|kem|rieng|le) )|ngung (kinh doanh|ban)|${TAKEN_OFF})`,
    `(${THINGS})${NAMED} (khong (con )?(${UNAVAILABLE})|khong con (nua|hoat dong)|het han|het hieu luc|ngung hoat dong|${TAKEN_OFF})`,
    `khong (the )?tim thay (trang|san pham|tin|noi dung|duong dan|bai|gian hang|cua hang|tai khoan|nguoi dung)(?! (nao|phu hop|tuong tu))${NO_QUESTION}`,
    `(trang|san pham|tin( dang)?|bai viet|tai khoan)${SOUGHT} khong (duoc )?tim thay`,
    'khong xem duoc (noi dung|bai viet|trang|video)',
    `${LOST}( (you('re| are)? ?(looking for|requested)|this))? (not found|no longer (exists|available|active)|(is|are) no longer (available|active)|(could ?n[o']t|cannot|can't|could not) be found|does ?n[o']t exist|does not exist|(has been|was|were) (removed|deleted|taken down|ended)|has expired)`,
    `(could ?n[o']t|cannot|can't|could not|unable to|we can't) (find|locate) (the |that |this |your )?${LOST}${NO_QUESTION}`,
    "(page|content|listing|ad|post|url) (is ?n't|is not|not) available(?! (in|to) )",
    '(video|post|listing|ad|shop|store|channel|account)( is)? (currently|temporarily) unavailable(?! (in|to) )',
    '\\b(404|410)[ :–-]{0,3}(error|loi|not found|page not found|gone)\\b|\\b(error|loi) (404|410)\\b',
    '(account|site|website|page|store|shop) has been (suspended|terminated|disabled|closed)',
    '(this|the) domain( name)? (may be|is|has been)( now| listed)? (for sale|parked|available for purchase|expired)|buy this domain|domain (name )?(is )?for sale|parked (free|domain)',
    '(domain|website|site)( name)? has been (seized|revoked)|invalid (thread|post|topic|listing|product|item) specified',
    `${LOST} (can't|cannot) be displayed because|appears to be either missing or off limits`,
    'thong bao (ve viec )?(ngung|dung|cham dut) hoat dong',
    'ten mien( [a-z0-9.-]{3,60})?( nay)? (dang |duoc |dang duoc )(rao )?ban',
  ].join('|'),
)

export const REMOVED_TITLES =
  /^((404|410)(?= ?$| ?[-–—:|!(.]| (error|loi|not|page|gone|khong|trang))|not found|gone(?= ?$| ?[|!])|khong tim thay|loi 404|error 404|page not found|oops)(?![a-z0-9])/

export const REMOVED_PATH = /\/(404|not-?found|page-not-found|khong-tim-thay|error404)(?=[/.?]|$)/i

/** What may stand before such a phrase in a heading: a longer start is the name of something. */
export const APOLOGY = /^(\W|\d|xin loi|rat tiec|oops|opps|sorry|loi|error|thong bao|uh oh|we're sorry|quy khach|ban)*$/
