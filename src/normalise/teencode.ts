/** Chat spellings that stand for one thing only in listings: `form: its spellings`, whole tokens, folded. */
const TEENCODE = `không: k ko kg kh hk hok hem khum khom kô kông
không có: hông_có
không bán: hông_bán
không hóa: hông_hóa
không giấy: hông_giấy
không tem: hông_tem
được: đc dc đk đuọc đươc
hóa đơn: hđ hđơn hoađon
số lượng lớn: sll
chuyển khoản: ck
inbox: ib inb ibox inbx ếch_ib ibx
điện thoại: đt sđt sdt đthoại
sản phẩm: sp spham
với: vs vz
gì: j
liên hệ: lh lhe
xách tay: xt xtay
xuất khẩu: xk xkhẩu
trung quốc: tq tquốc
nhắn tin: nt
công ty: cty cti
tài khoản: tk stk
fake: fk phake phếch phếk fếch phêk pha_ke
super fake: sfake supfake spfake
authentic: auth aut ath auten otentic ôthen au_then
chính hãng: chĩnh_hãng chính_hảng ch_hãng c_hãng cính_hãng
zalo: zl zalô da_lô dalo za_lo z4l0
facebook: fb phây_búc fây_búc facebok
telegram: tele telegam
shopee: sốp_pi shoppe sốppi sopee
like auth: like_au like_aut like_ath lai_au lai_auth lai_au laik_au laikau likeau giống_au
giả: dả
trộn: chộn
xách tay: sách_tay xáchtay xach_tai
hàng: hg
siêu: siu xiêu
quảng châu: qchâu
giấy tờ: gtờ
bảo hành: bh
khách hàng: kh_hàng
nguyên liệu: nl
nội địa: nđ nđịa
giao hàng: gh
người: ngừi
thì: thỳ
rồi: òi gòi rùi
biết: bik biếc
nha: nka nhoa
luôn: lun
về: vìa
tiền: tìn xiền tiềng
thích: thik thíck
mình: mìk mik
cũng: cx cug
mua: mwa
nhập khẩu: nk nkhẩu
thanh lý: tlý`

/** token → what it says. Entries with an underscore are two tokens and are matched as a pair. */
export const teencode: ReadonlyMap<string, string> = new Map(
  TEENCODE.split('\n').flatMap((line) => {
    const [form = '', spellings = ''] = line.split(': ')
    return spellings.split(' ').map((s) => [s.replaceAll('_', ' '), form] as const)
  }),
)

/** First tokens of spellings that are two tokens. */
export const teencodePairs: ReadonlySet<string> = new Set(
  [...teencode.keys()].flatMap((key) => (key.includes(' ') ? key.split(' ').slice(0, 1) : [])),
)

/** A spelling, or the first word of one. */
export const isChat = (word: string): boolean => teencode.has(word) || teencodePairs.has(word)

/** After a number these are units (thousand, kilogram, pieces), not words. */
export const unitsAfterNumber: ReadonlySet<string> = new Set(['k', 'kg', 'sp', 'kh', 'j'])
