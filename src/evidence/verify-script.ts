/**
 * verify.sh of a pack: the check by hand as one script, POSIX sh of at most 40 lines, with coreutils, find and openssl 3 alone.
 * Nothing is hashed before every name is known to be a plain file of the bag: a hostile list can then name no device and no
 * other folder. A token is checked as of its own time, because an authority's certificate expires long before a case does.
 * It is part of the bag's tags, so that the signature covers it; a careful reader takes it from a copy of their own.
 */
export const VERIFY_SH = `#!/bin/sh
# Tự kiểm tra gói này, không cần Soi, không cần mạng / Checks this pack without Soi and without a network: sh verify.sh [FINGERPRINT]
export LC_ALL=C; cd "$(dirname "$0")" || exit 1; bad=0
say() { if [ "$1" -eq 0 ]; then echo "OK      $2"; else echo "FAILED  $2"; bad=1; fi; }
none() { [ -z "$1" ]; say $? "$2"; [ -z "$1" ] || printf '        %s\\n' "$1"; }
safe() { tr -c '[:print:]\\n' '?' | head -n 20; }
end() { say $bad "KẾT LUẬN: xem các dòng trên / RESULT: see the lines above"; exit $bad; }
info() { while IFS= read -r l; do case $l in "$1: "*) printf %s "\${l#*: }" ;; esac; done <bag-info.txt; }
seq() { s=\${1#'{"seq":'}; printf %s "\${s%%,*}"; }; hash() { h=\${1##*'"hash":"'}; printf %s "\${h%%\\"*}"; }
listed() { cut -c67- manifest-sha256.txt tagmanifest-sha256.txt; echo tagmanifest-sha256.txt; echo signature.ed25519; }
stamps() { find timestamps -path "timestamps/pack-[1-9]$1" -o -path "timestamps/pack-[1-9][0-9]$1" 2>/dev/null; }
later() { stamps .tsr; stamps .chain.pem; stamps .crl.pem; }; m=timestamps/manifest-sha256.txt
token() { # name, SHA-256 of what it speaks of; valid as of its own time, however old it is now
  at=$(openssl ts -reply -in "$1" -text 2>/dev/null | while IFS= read -r l; do case $l in 'Time stamp: '*) echo "\${l#*: }" ;; esac; done)
  openssl ts -verify -in "$1" -digest "$2" -CAfile "\${1%.tsr}.chain.pem" -check_ss_sig -attime "$(date -u -d "$at" +%s)" >/dev/null 2>&1
  say $? "dấu thời gian / timestamp: $(echo "\${1##*/} $at" | safe)"
}
none "$(find . ! -type f ! -type d -o -name '*[!A-Za-z0-9._-]*' -o -name '.?*' -o -name '-*' -o -type d -empty | safe)" "tên tệp an toàn, không có liên kết / names are safe, no links"; [ $bad -eq 0 ] || end
none "$({ listed; later; [ -f $m ] && echo $m; find . -type f | cut -c3-; } 2>&1 | sort | uniq -u | safe)" "không thiếu, không thừa tệp nào / no file missing, none added"
none "$(for f in $(stamps .chain.pem) $(stamps .crl.pem); do [ -f "\${f%.*.pem}.tsr" ] || echo "$f"; done)" "không có chứng thư thừa / no certificates without a token"; [ $bad -eq 0 ] || end
same() { none "$(sha256sum --strict --quiet -c $1 2>&1 | safe)" "mọi tệp còn nguyên / every file is unchanged: $1"; }
same manifest-sha256.txt; same tagmanifest-sha256.txt; n=$(info Soi-Timestamps)
openssl pkeyutl -verify -pubin -inkey soi-public-key.pem -rawin -in tagmanifest-sha256.txt -sigfile signature.ed25519 >/dev/null 2>&1; say $? "chữ ký / signature"
key=$(openssl pkey -pubin -in soi-public-key.pem -outform DER 2>/dev/null | sha256sum | cut -c-64)
[ "$key" = "$(info Soi-Public-Key-SHA256)" ]; say $? "dấu vân tay khóa, hãy đối chiếu với số đã công bố / key fingerprint, compare it with the published one: $key"
[ -z "$1" ] || { [ "$key" = "$(printf %s "$1" | tr -d ' :' | tr A-F a-f)" ]; say $? "khóa đúng là khóa bạn đưa ra / the key is the one you gave"; }
first=$(head -n 1 data/ledger.jsonl) last=$(tail -n 1 data/ledger.jsonl); from=$(seq "$first") to=$(seq "$last")
case $from-$to in -* | *- | 0* | *-0* | *[!0-9-]* | ??????????????????????????????*) say 1 "sổ cái / ledger"; end ;; esac
[ "$to-$(hash "$last")" = "$(info Soi-Ledger-Entries)-$(info Soi-Ledger-Head)" ] && [ $((to - from + 1)) -eq "$(wc -l <data/ledger.jsonl)" ]
say $? "sổ cái kết thúc đúng chỗ đã nêu / the ledger ends where the pack says: $to"
[ -n "$(stamps .tsr)" ] || echo "-       gói không có dấu thời gian / the pack carries no timestamp"
[ -z "$n" ] || { [ "$(stamps .tsr | wc -l)" -eq "$n" ]; say $? "đủ dấu thời gian đã nêu / as many timestamps as stated: $n"; }
case $n in '' | 0) ;; *) none "$({ cut -c67- $m; later; tail -c 1 $m; } 2>&1 | sort | uniq -u | safe)" "bản kê dấu thời gian / list of timestamps"; [ $bad -eq 0 ] || end; same $m ;; esac
for t in $(stamps .tsr); do token "$t" "$(sha256sum tagmanifest-sha256.txt | cut -c-64)"; done
for t in $(find data -path 'data/timestamps/anchor-*.tsr'); do
  n=\${t#*anchor-} n=\${n%%-*}; case $n in '' | 0* | *[!0-9]* | ????????????????*) n=0 ;; esac
  l=$(tail -n +$((n > from ? n - from + 1 : 1)) data/ledger.jsonl | head -n 1)
  if [ "$(seq "$l")" = $n ]; then token "$t" "$(hash "$l" | sha256sum | cut -c-64)"; else say 1 "$t"; fi
done
end
`
