import { malformed, numbered, placeholder, type Shape, valid, withoutZeros } from './claim-shape.ts'
import { isPlaceholderSerial } from './identifiers.ts'

const SERIAL = String.raw`(?<![\da-z/.,])(\d{1,12}|x{2,12}|\.{3,12}|\d{1,4}x{2,8})`
const YEAR = String.raw`(\d{2,4}|x{2,4}|y{2,4})`
const shape = (...parts: readonly string[]) => new RegExp(parts.join(' ?'), 'g')
const upper = (text: string | undefined) => (text ?? '').toUpperCase()
const two = (year: string) => year.slice(-2)

/** `071234/24/CBMP-HCM`: ASEAN Cosmetic Directive, Circular 06/2011/TT-BYT; the office that took the notification comes last. */
const cosmetic: Shape = {
  kind: 'cosmetic',
  label: null,
  hints: ['cbmp'],
  number: shape(SERIAL, '/', YEAR, '/', `cbmp(?: ?[-_/] ?([a-z]{2,4})(?![a-z]))?`),
  judge: ([, serial = '', year = '', office]) => {
    const value = `${upper(withoutZeros(serial))}/${upper(two(year))}/CBMP${office ? `-${upper(office)}` : ''}`
    if (office && /^x+$/.test(office)) return placeholder(value)
    return numbered(serial, year, 2008, 6, () => value)
  },
}

/** `9677/2021/ĐKSP` since Decree 15/2018; before it `12345/2016/ATTP-XNCB` and `…/YT-CNTC`. */
const food: Shape = {
  kind: 'food',
  label: null,
  hints: ['dksp', 'xncb', 'cntc'],
  number: shape(SERIAL, '/', YEAR, '/', `(dksp|attp ?- ?xncb|yt ?- ?cntc)(?![a-z])`),
  judge: ([, serial = '', year = '', form = '']) => {
    const written = upper(form.replaceAll(' ', ''))
    const value = `${upper(withoutZeros(serial))}/${upper(year)}/${written}`
    return numbered(serial, year, written === 'DKSP' ? 2018 : 2005, 6, () => value)
  },
}

/** `1812/2021/XNQC-ATTP`, `100/24/XNQCMP-HN`: confirmations of what an advertisement may say. */
const advertising: Shape = {
  kind: 'advertising',
  label: null,
  hints: ['xnqc'],
  number: shape(SERIAL, '/', YEAR, '/', `(xnqc[a-z]{0,4}(?: ?- ?[a-z]{2,6})?)(?![a-z])`),
  judge: ([, serial = '', year = '', form = '']) =>
    numbered(
      serial,
      year,
      2010,
      5,
      () => `${upper(withoutZeros(serial))}/${upper(year)}/${upper(form.replaceAll(' ', ''))}`,
    ),
}

/** `01/ABC/2024`, the maker's own declaration of an ordinary food: means nothing without the words before it. */
const selfDeclared: Shape = {
  kind: 'self-declared',
  hints: ['tu cong bo', 'tcb'],
  label: /(?:tu cong bo|tcb)(?: san pham| chat luong)?(?: so)?/,
  number: /(\d{1,4}|x{2,4}|\.{3,6}) ?\/ ?([a-z0-9][a-z0-9 &.-]{0,28}) ?\/ ?(\d{4}|x{2,4}|y{4})(?!\d)/g,
  judge: ([, serial = '', company = '', year = '']) => {
    const value = `${upper(serial)}/${upper(company.trim())}/${upper(year)}`
    return /^x+$/.test(company) ? placeholder(value) : numbered(serial.padStart(5, '9'), year, 2018, 5, () => value)
  },
}

/** `12/2024/TCB-ABC`, the same with its own letters. */
const selfDeclaredTcb: Shape = {
  kind: 'self-declared',
  label: null,
  hints: ['tcb'],
  number: shape(SERIAL, '/', '(20\\d{2})', '/', '(tcb[a-z]{0,3}(?: ?- ?[a-z0-9]{1,20})?)(?![a-z])'),
  judge: ([, serial = '', year = '', form = '']) => {
    const value = `${upper(withoutZeros(serial))}/${year}/${upper(form.replaceAll(' ', ''))}`
    return isPlaceholderSerial(serial) ? placeholder(value) : valid(value)
  },
}

/** `170000123/PCBA-HN` and `2300123ĐKLH/BYT-HTTB`: Decree 98/2021 on medical devices. */
const device: Shape = {
  kind: 'device',
  label: null,
  hints: ['pcb', 'dklh'],
  number: shape(SERIAL, `(?:/ ?(pcb[ab])(?: ?- ?([a-z]{2,4})(?![a-z]))?|(dklh)(?: ?/ ?byt(?: ?- ?[a-z]{2,6})?)?)`),
  judge: ([, serial = '', declared, office, licensed]) => {
    const value = `${upper(serial)}${licensed ? 'DKLH' : `/${upper(declared)}${office ? `-${upper(office)}` : ''}`}`
    if (isPlaceholderSerial(serial)) return placeholder(value)
    return /^\d{7,9}$/.test(serial) ? valid(value) : malformed(value, 'serial')
  },
}

export const RECEIPTS: readonly Shape[] = [cosmetic, food, advertising, selfDeclared, selfDeclaredTcb, device]
