/** Lower case without Vietnamese marks, for the samples' own search and slugs. */
const plain = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('đ', 'd')

/** `Máy in hóa đơn K80` → `may-in-hoa-don-k80`; letters outside ASCII fall out. */
export const slugOf = (text: string): string =>
  plain(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60)

/** Whether every word of the query stands in the text, marks aside. */
export const matches = (text: string, query: string): boolean => {
  const hay = plain(text)
  return plain(query)
    .split(/\s+/)
    .every((word) => hay.includes(word))
}
