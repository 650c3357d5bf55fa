import type { Exhibit } from '../domain.ts'

const PICTURES = ['image/png', 'image/jpeg', 'image/webp']

/** The picture that shows a listing best: our screenshot, else the officer's own; null where there is none. */
export function pictureOf(exhibits: readonly Exhibit[]): Exhibit | null {
  const pictures = exhibits.filter(({ mediaType }) => PICTURES.includes(mediaType))
  const first = (test: (role: string) => boolean) => pictures.find(({ role }) => test(role))
  return first((role) => role === 'screenshot') ?? first((role) => role.startsWith('officer-screenshot')) ?? null
}
