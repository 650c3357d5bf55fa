const MARKS = /\p{M}+/gu

/** Lower case without any accent, đ as d: what the same word looks like however it was typed. */
export const plain = (text: string): string =>
  text.normalize('NFKD').replace(MARKS, '').toLowerCase().replaceAll('đ', 'd')
