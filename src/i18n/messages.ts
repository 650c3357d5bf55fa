/** Vietnamese and English of one area, side by side; the compiler refuses a key that is missing in either. */
export type Lang = 'vi' | 'en'
export const LANGS: readonly Lang[] = ['vi', 'en']

export const messages =
  <T extends object>(both: { readonly en: T; readonly vi: NoInfer<T> }) =>
  (lang: Lang): T =>
    both[lang]
