/** Of the ZIP format (PKWARE APPNOTE 4.3): 1 January 1980, midnight, the first moment it can name. */
const FIRST_TIME = 0
const FIRST_DATE = 0x0021
const END = 0x06054b50
const ROW = 0x02014b50

/**
 * A ZIP that a library stamped with its clock, with every file's time set to the format's first: the same content is then the
 * same bytes. Throws an Error when it is no plain ZIP, which would be the library's fault.
 */
export function withOneTime(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip)
  const end = bytes.length - 22
  if (bytes.readUInt32LE(end) !== END) throw new Error('the workbook is no plain ZIP')
  let row = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(row) !== ROW) throw new Error('the table of contents of the workbook is broken')
    const file = bytes.readUInt32LE(row + 42)
    for (const place of [row + 12, file + 10]) {
      bytes.writeUInt16LE(FIRST_TIME, place)
      bytes.writeUInt16LE(FIRST_DATE, place + 2)
    }
    row += 46 + bytes.readUInt16LE(row + 28) + bytes.readUInt16LE(row + 30) + bytes.readUInt16LE(row + 32)
  }
  return bytes
}
