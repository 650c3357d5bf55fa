/** By which a post asks. */
import { B, type Clue, clue, E, W, words } from './post-clue.ts'

/** Nothing more is said after the question. */
const QEND = `(?= ?(?:[?.!,|)]|$)| (?:ạ|vậy|các|mn|mọi người|nhỉ|với|em không|mình với|shop|ae|ace)(?![\\p{L}\\d]))`

export const ASKED_WORDS: readonly Clue[] = [
  // asked
  words(
    'question',
    5,
    `cho (?:em|mình|e|mik|tui|tôi|con|cháu)? ?(?:xin )?hỏi|hỏi ngu|hỏi chút|hỏi tí|xin (?:giá|địa chỉ|tên shop|review|tư vấn|ý kiến|kinh nghiệm|cao kiến)|nhờ (?:mọi người|mn|các bác|các mẹ|ace|ae|cả nhà|anh em|các bạn|các cụ)(?: ${W}){0,2} (?:check|tư vấn|xem|định giá|thẩm|chỉ|giúp)|tư vấn (?:giúp|giùm|dùm|hộ|cho (?:em|mình|e))|(?:does|has|did|is|can) any(?:one|body)|anyone (?:know|tried|used|bought)|where can i|should i|recommend (?:a|me|any|some)|how much (?:is|for|does)|is (?:this|it) (?:real|fake|legit|authentic|safe|worth|ok)|what do you think|which one|(?:check|thẩm|xin|hỏi|định|báo) giá (?:con|cái|em|chiếc|bộ|này|giúp|hộ|giùm|dùm|với)|(?:zin|real|auth|chính hãng|hàng thật|fake|rep) hay (?:rep|fake|dởm|dỏm|nhái|auth|real|hàng|dựng|lướt)|(?:nhiêu|nhiu|bn|bnh|bao nhiu) (?:z|v|vậy|thế|shop|ạ|bác|chị|anh|bạn|tiền|1|một|rồi)|có hớ|bị hớ|hớ (?:không|ko|k)|(?:bán|đi) được chưa`,
  ),
  clue(
    'question',
    5,
    `${B}(?:có )?(?:ai|bác nào|bạn nào|mẹ nào|mn|mọi người|cả nhà|mấy mẹ|các mẹ|anh em)(?: ${W}){0,3}? (?:biết|xài|dùng|thử|bị|mua)(?: ${W}){0,8}? (?:chưa|không|ko|hông|hong|vậy|k|giống|ở đâu|gì|chỉ (?:em|mình|e|giúp))${QEND}`,
  ),
  clue(
    'question',
    5,
    `${B}(?:chỗ nào|ở đâu|mua đâu|shop nào|đâu bán|nên mua|nên chọn|có nên|có đắt|có cao|có rẻ|có tốt|có hợp lý|có đáng|giá bao nhiêu|bao nhiêu tiền|hết (?:bao )?nhiêu|bao nhiêu (?:vậy|ạ|thế|là|tiền)|nghe hay hơn|khác gì|giá nào (?:được|hợp lý)|real hay fake|thật hay giả|auth (?:không|ko|hay)|giống (?:hàng )?(?:thật|auth|real) (?:không|ko)|mua được (?:chưa|không|ko))(?:[^?|.!]{0,120}\\?|(?: ${W}){0,6} (?:ạ|vậy|không|ko|mn|mọi người|nhỉ|rẻ|nhở|zậy|dạ|với)${E})`,
  ),
  clue('question', 5, `^[^\\p{L}\\d]{0,3}(?:hỏi(?! đáp)|cho hỏi|xin hỏi|phân vân|thẩm giúp|check giúp)${E}`),
  clue(
    'question',
    8,
    `${B}(?:có |đã )?(?:ai|bác nào|bạn nào|mẹ nào|mn|mọi người) (?:đã |từng |có )?(?:biết|xài|dùng|thử|bị|mua|đặt|order)(?: ${W}){0,8}? (?:chưa|ok không|ổn không|uy tín không|có tốt không)${E}`,
  ),
  clue('question', 6, `${B}(?:ai|bác nào|bạn nào|mẹ nào|chị nào|anh nào) (?:từng|đã)(?: ${W}){1,9}? chưa${E}`),
  clue('question', 8, `^(?!…)[^|]{0,30}${B}(?:cho|xin)(?: em| mình| e| tui| tôi| con| cháu)? hỏi (?!mua|thăm)`),
  words(
    'question',
    5,
    'có đáng (?:không|ko|k|giá|tiền|mua)|cho xin (?:ít |tí |chút )?(?:ý kiến|review|kinh nghiệm|đánh giá)|(?:sao|làm sao) ạ|(?:thế|như) nào (?:ạ|vậy|các|mn|mọi người|nhỉ)|(?:bán|thu|cầm|đổi) được (?:bao nhiêu|nhiêu)|mấy giờ (?:vậy|ạ|thế|mở|live)|khi nào (?:có|về|hàng về) (?:vậy|ạ|shop|hàng)|còn (?:không|ko|k|hông|hong) (?:ạ|shop|bác|chị|anh|em|bạn|ad|giữ)|giữ (?:cho )?(?:em|mình|e) (?:1|một|cái|con|đôi)|chưa (?:bạn|shop|bác|ad|chị)',
  ),
  clue('question', 5, `${B}(?:được|đc|dc) (?:không|ko|k|hông|hem)(?: ${W}){0,3}[^\\p{L}\\d]*$`),
  clue('question', 5, `${B}(?:này|trên|đó) (?:đã|có|là)(?: ${W}){1,4} chưa${E}`),
  clue('question', 5, `${B}(?:vậy|thế|z|zậy) (?:ta|nhỉ|trời|hả|bây)[^\\p{L}\\d]*$`),
  clue('question', 5, `${B}có đáng[^\\p{L}\\d]*$`),
  // one or the other, and words that end a question
  clue('question', 5, `${B}(?:là|giá|cao|đắt|rẻ|nên|thì|mua|lấy|chọn)${E}[^?|.]{0,60} hay(?: ${W}){1,6}[^\\p{L}\\d]*$`),
  clue(
    'question',
    5,
    `${B}(?:thế|vậy|z|zậy|dzậy|nhỉ|hả|hen|hem) (?:các|mấy|mọi người|mn|mng|cả nhà|ae|ace|anh em|shop)(?: \\p{L}+)?[^\\p{L}\\d]*$`,
  ),
  clue(
    'question',
    5,
    `${B}(?:bao tiền|nhiêu tiền|nhiu tiền|mấy tiền|bao nhiêu ạ|hết bao nhiêu|giá nhiu|giá nhiêu|nhiu (?:z|v|vậy))${E}`,
  ),
  clue('question', 6, `${B}(?:có|còn|giảm|bớt|để|lấy|trả)(?: ${W}){0,6} (?:được|đc|dc) (?:không|ko|k|hông|hem)${E}`),
  clue('question', 5, `(?:^|[|.!] ?)(?:nên|có nên) (?:lấy|mua|chọn|dùng|bán|đi|để)${E}`),
  // to the seller: bargaining, or about the goods
  clue(
    'question',
    7,
    `^[^\\p{L}\\d]{0,3}(?:dạ )?(?:shop|bác|anh|chị|ad|bạn|chủ(?: thớt| shop)?|em|cô|chú)(?: chủ)? (?:ơi|ui|oi)${E}[^|?]{0,80}${B}(?:không|ko|k|hông|hong|hok|chưa|nhiêu|nhiu)${E}`,
  ),
  clue('question', 5, `${B}có nên(?: ${W}){1,6} (?:không|ko|k|hông|hong)${E}`),
  clue('question', 5, `${B}(?:có phải|liệu)(?: ${W}){1,6} (?:không|ko)${QEND}`),
  clue(
    'question',
    5,
    `${B}(?:vì sao|tại sao|sao mà|sao cùng)${E}[^?|.!]{0,120}(?:nhỉ|vậy|thế|hả)(?: ${W}){0,3} ?\\??[^\\p{L}\\d]*$`,
  ),
  clue('question', 5, `${B}(?:shop|ad|chị|bạn|bác) ơi(?: ${W}){0,6} (?:không|ko|k|bao nhiêu|nhiêu)${QEND}`),
  clue(
    'question',
    5,
    `${B}(?:gì|nào|sao|đâu|bao nhiêu|nhiêu|không|ko|hông|hong|chưa|k)(?: ${W}){0,8}? (?:vậy|hả|ạ|thế|nhỉ|ta|z) ?(?:mấy|các|anh em|cả nhà|mn|mọi người|ae|ace|bác|cụ|mẹ|chị)${E}`,
  ),
  clue('question', 5, `${B}(?:không|ko|hông|hong|chưa) (?:mấy|các) (?:bác|mẹ|chị|cụ|bạn|anh|mom|bà)${E}`),
  clue(
    'question',
    3,
    `${B}(?:không|ko|hông|hong|chưa|nhỉ|gì|nào|sao|đâu|bao nhiêu|nhiêu|vậy|thế|hả)(?: ${W}){0,4} ?\\?[^\\p{L}\\d]*$`,
  ),
  clue('question', 5, `${B}(?:không|ko|hông|hong|chưa|nhỉ|bao nhiêu|hả) (?:ạ|vậy|thế|nhỉ|huhu|ta)[^\\p{L}\\d]*$`),
  clue('question', 3, `${B}(?:không|ko|chưa|nhỉ)[^\\p{L}\\d]{0,3}$`),
  clue(
    'question',
    3,
    `${B}(?:tốt|ổn|được|đẹp|đắt|mắc|rẻ|auth|real|thật|hợp lý|đáng) (?:không|ko|k|hông|hong|hem)${QEND}`,
  ),
  clue('question', 4, `${B}(?:chỉ|giúp|mách|bày|cứu|giải đáp) (?:em|mình|tui|e|con|nhỏ) với${E}`),
  clue(
    'question',
    5,
    `${B}(?:nào|gì|đâu) (?:ổn|tốt|ngon|rẻ|đẹp|bền|hợp|uy tín|chất lượng)(?: (?:hơn|nhất|vậy))?(?: (?:ạ|không|nhỉ|vậy|các|mn))*[^\\p{L}\\d]*$`,
  ),
  words('question', 4, 'xem (?:giúp|hộ|giùm) (?:em|mình|e|tui)'),
  clue(
    'question',
    5,
    `${B}có(?: ${W}){1,4} (?:không|ko|hông|hong|chưa) (?:ạ|vậy|nhỉ|mn|mọi người|cả nhà|các|mấy|anh em|ae|mom|shop)${E}`,
  ),
  clue('question', 4, `^[^?|]{1,140}\\?[^\\p{L}\\d]*$`),
]
