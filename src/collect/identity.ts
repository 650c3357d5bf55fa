import { BadInput } from '../errors.ts'

/** Kept equal to package.json's version by a test. */
export const VERSION = '0.1.0'

/** As evidence names what made it. */
export const SOFTWARE = `Soi ${VERSION}`

/** What we are is said in every request. `contact` is the operating unit's address; ASCII, for headers carry no more. */
export function identify(contact: string | null = null): string {
  if (contact !== null && !/^[\x20-\x7e]+$/.test(contact))
    throw new BadInput(
      'contact: write it in plain ASCII (an e-mail or web address); HTTP headers carry no other letters',
    )
  return `Soi/${VERSION} (listing surveillance; contact: ${contact ?? 'see operator'})`
}

export const USER_AGENT: string = identify()
