// Long because it is one text in two languages.
import type { PackFacts } from './contents.ts'

const commands = (bag: string, ledgerHead: string): string => `  unzip PACK.zip
  cd ${bag}
  sha256sum -c manifest-sha256.txt
  sha256sum -c tagmanifest-sha256.txt
  find data -type f | wc -l ; wc -l < manifest-sha256.txt
  openssl pkey -pubin -in soi-public-key.pem -outform DER | sha256sum
  openssl pkeyutl -verify -pubin -inkey soi-public-key.pem -rawin -in tagmanifest-sha256.txt -sigfile signature.ed25519
  tail -n 1 data/ledger.jsonl | grep -c '"hash":"${ledgerHead}"'
`

/** Of a working copy: what it is, and how to know its sealed original. Nothing for a sealed pack. */
function copyOf({ redacted }: PackFacts, lang: 'vi' | 'en'): string {
  if (!redacted) return ''
  const { of, zip } = redacted
  return lang === 'vi'
    ? `
ĐÂY LÀ BẢN LÀM VIỆC ĐÃ CHE DỮ LIỆU CÁ NHÂN, KHÔNG PHẢI CHỨNG CỨ GỐC. Bản gốc niêm phong:
  SHA-256 của tệp ZIP:                ${zip}
  SHA-256 của tagmanifest-sha256.txt: ${of}
`
    : `
THIS IS A WORKING COPY WITH PERSONAL DATA MASKED, NOT THE EVIDENCE. The sealed original:
  SHA-256 of the ZIP file:           ${zip}
  SHA-256 of tagmanifest-sha256.txt: ${of}
`
}

/** HOW-TO-VERIFY.txt: the check by hand, in Vietnamese and English, with unzip, sha256sum and openssl (3.0 or newer) alone. */
export const howToVerify = (bag: string, facts: PackFacts): string => `CÁCH TỰ KIỂM TRA GÓI CHỨNG CỨ NÀY (English below)
=================================================
${copyOf(facts, 'vi')}
Không cần Soi, không cần mạng. Cần: unzip, sha256sum, openssl 3.0 trở lên.
Cách nhanh: giải nén rồi chạy kịch bản verify.sh trong gói (dài 40 dòng, hãy đọc trước):

    unzip PACK.zip
    sh ${bag}/verify.sh <dấu vân tay đơn vị đã công bố>

Mỗi dòng in ra bắt đầu bằng OK hoặc FAILED; mã thoát 0 là đạt, 1 là không đạt. Người
sửa gói cũng có thể sửa verify.sh, nên với vụ việc có tranh chấp hãy dùng bản verify.sh
lấy từ nơi khác, hoặc làm từng bước bằng tay như dưới đây.

Từng bước bằng tay. Thay PACK.zip bằng tên tệp thật, rồi chạy lần lượt:

${commands(bag, facts.chain.head)}
Kết quả đúng là:
1. sha256sum in "OK" ở mọi dòng và không báo "FAILED": không tệp nào bị đổi.
2. Hai con số của lệnh thứ năm bằng nhau: không tệp nào bị thêm vào thư mục data.
3. Dấu vân tay của khóa công khai phải là
   ${facts.fingerprint}
   VÀ phải trùng với dấu vân tay mà đơn vị đã công bố qua một kênh khác (văn bản,
   trang chính thức, điện thoại). Ai cũng tạo được một khóa khác rồi ký lại một gói
   đã sửa; chỉ việc đối chiếu này mới phát hiện được điều đó.
4. openssl in "Signature Verified Successfully".
5. Lệnh cuối in số 1: mục cuối của sổ cái có đúng mã đầu sổ cái đã in trong báo cáo.

Chữ ký nằm trên tagmanifest-sha256.txt. Tệp đó liệt kê manifest-sha256.txt, và
manifest-sha256.txt liệt kê mọi tệp trong data. Chỉ có chính tagmanifest-sha256.txt
và signature.ed25519 nằm ngoài các bản kê, vì không tệp nào tự chứa được chữ ký
hay mã băm của chính nó. Ngoài thư mục data chỉ được có tám tệp: bagit.txt,
bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt, HOW-TO-VERIFY.txt,
verify.sh, soi-public-key.pem, signature.ed25519, và các dấu thời gian nêu dưới đây.

Dấu thời gian (RFC 3161), nếu có: timestamps/pack-<n>.tsr là lời của một tổ chức cấp
dấu thời gian rằng tagmanifest-sha256.txt đã có trước thời điểm ghi trong đó;
data/timestamps/anchor-<số>-<n>.tsr nói như vậy về mục <số> của sổ cái. Chứng thư của tổ
chức nằm trong tệp .chain.pem cùng tên. Chứng thư hết hạn sau vài năm, còn dấu thời gian
thì không mất giá trị: vì vậy phải kiểm tra theo thời điểm ghi trong dấu (-attime), không
theo đồng hồ hôm nay:

    openssl ts -reply -in timestamps/pack-1.tsr -text
    openssl ts -verify -in timestamps/pack-1.tsr -data tagmanifest-sha256.txt \\
      -CAfile timestamps/pack-1.chain.pem -attime "$(date -u -d '<Time stamp>' +%s)"
    openssl storeutl -noout -text -certs timestamps/pack-1.chain.pem

Lệnh cuối in các chứng thư: hãy đối chiếu chứng thư gốc với bản tổ chức đó công bố, vì ai
cũng tự dựng được một tổ chức cùng tên. Không có dấu thời gian thì thời gian trong gói chỉ
là theo đồng hồ của máy đã lập gói.

Trang web của người bán được lưu với đuôi .html.txt để khi mở chỉ hiện mã nguồn,
không chạy được gì. Đừng đổi đuôi tệp rồi mở bằng trình duyệt.

Sổ cái (data/ledger.jsonl), mỗi dòng một mục; \\n là ký tự xuống dòng:
  bodyHash = SHA-256(body)
  hash     = SHA-256(prevHash \\n seq \\n at \\n actor \\n action \\n subject \\n bodyHash)
prevHash của mục đầu là chuỗi rỗng; của các mục sau là hash của mục ngay trước.
Mục về tin rao của người khác có body là null (để giữ dữ liệu cá nhân của họ);
bodyHash vẫn đủ để kiểm tra chuỗi.
Có Soi thì lệnh "soi verify PACK.zip --key <dấu vân tay>" làm tất cả việc trên và
kiểm tra thêm: sổ cái từng mục, từng tin rao so với sổ cái, từng tệp so với tin rao.


HOW TO VERIFY THIS PACK BY HAND
===============================
${copyOf(facts, 'en')}
Without Soi and without a network. Needed: unzip, sha256sum, openssl 3.0 or newer.
The short way: unpack, then run the script verify.sh of the pack (40 lines; read it first):

    unzip PACK.zip
    sh ${bag}/verify.sh <fingerprint that the unit has published>

Each line it prints begins with OK or FAILED; it exits with 0 when all is well, else 1.
Who changes a pack can change verify.sh too: in a dispute use a copy of verify.sh from
elsewhere, or go step by step by hand as follows.

Step by step by hand. Put the real file name for PACK.zip and run, in this order:

${commands(bag, facts.chain.head)}
What you should see:
1. sha256sum prints "OK" on every line and never "FAILED": no file was changed.
2. The two numbers of the fifth line are equal: no file was added to the data folder.
3. The fingerprint of the public key must be
   ${facts.fingerprint}
   AND must be the one that the unit has published by another way (letter, official
   site, telephone). Anybody can make another key and sign a changed pack with it;
   only this comparison finds that out.
4. openssl prints "Signature Verified Successfully".
5. The last command prints 1: the ledger ends with the head printed in the report.

The signature is over tagmanifest-sha256.txt. That file lists manifest-sha256.txt,
and manifest-sha256.txt lists every file in data. Only tagmanifest-sha256.txt itself
and signature.ed25519 stand outside the lists, because no file can hold its own hash
or signature. Beside the data folder there may be eight files only: bagit.txt,
bag-info.txt, manifest-sha256.txt, tagmanifest-sha256.txt, HOW-TO-VERIFY.txt, verify.sh,
soi-public-key.pem, signature.ed25519; and the timestamps that follow.

Timestamps (RFC 3161), where there are any: timestamps/pack-<n>.tsr is the word of a
timestamp authority that tagmanifest-sha256.txt existed before the time it states;
data/timestamps/anchor-<number>-<n>.tsr says the same of entry <number> of the ledger. The
authority's certificates are in the .chain.pem of the same name. They expire after some
years, and the timestamp does not lose its worth by that: so check it as of the time it
states (-attime), not by today's clock:

    openssl ts -reply -in timestamps/pack-1.tsr -text
    openssl ts -verify -in timestamps/pack-1.tsr -data tagmanifest-sha256.txt \\
      -CAfile timestamps/pack-1.chain.pem -attime "$(date -u -d '<Time stamp>' +%s)"
    openssl storeutl -noout -text -certs timestamps/pack-1.chain.pem

The last prints the certificates: compare the root with the one that the authority itself
publishes, because anybody can set up an authority of the same name. Without a timestamp
the times in a pack are those of the clock of the machine that made it.

The seller's pages are kept as .html.txt, so that opening one shows its source and
runs nothing. Do not rename them and open them in a browser.

The ledger (data/ledger.jsonl) has one entry a line; \\n is a line feed:
  bodyHash = SHA-256(body)
  hash     = SHA-256(prevHash \\n seq \\n at \\n actor \\n action \\n subject \\n bodyHash)
prevHash of the first entry is empty; of every other, the hash of the entry before.
Entries about other people's listings have body null (their data are no part of this);
bodyHash is enough to check the chain.
With Soi, "soi verify PACK.zip --key <fingerprint>" does all of this and more: each
entry of the ledger, each listing against the ledger, each file against its listing.
`
