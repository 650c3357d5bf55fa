/**
 * The longest word that V8 copies when it is cut out of a text: one of 13 UTF-16 code units and more stays a view of the whole text
 * (`SlicedString::kMinLength`). What is remembered longer than its text must not be longer than this, or it keeps the text.
 */
export const LONGEST_COPIED = 12
