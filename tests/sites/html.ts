/** Markup that is already safe to print. */
export interface Markup {
  readonly markup: string
}

type Printable = string | number | null | Markup | readonly Markup[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

const print = (value: Printable): string => {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeHtml(String(value))
  if ('markup' in value) return value.markup
  return value.map((part) => part.markup).join('\n')
}

/** Template tag: strings and numbers are escaped, markup and lists of markup are not, null is nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly Printable[]): Markup => ({
  markup: strings.reduce((sofar, part, i) => sofar + print(values[i - 1] ?? null) + part),
})

/** JSON inside a script element: `<` written as an escape so that no text can close the element. */
export const jsonScript = (type: string, value: unknown): Markup => ({
  markup: `<script type="${type}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`,
})
