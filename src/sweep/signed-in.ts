import type { SignIn } from '../capture/sign-in.ts'
import type { Page } from '../domain.ts'
import type { World } from '../pipeline.ts'

/** A page that the agency's sign-in was used for, on whichever redirect, says so; null for the others. */
export function signedIn(page: Page, signIn: SignIn | null, by: string): Required<Pick<World, 'brought'>> | null {
  const asked = [page.requestedUrl, ...page.redirects, page.url]
  if (!signIn || !asked.some((url) => signIn.covers(new URL(url).hostname))) return null
  const claimed = { savedAt: null, software: null, source: null, date: null }
  const origin = { way: 'session', by, at: page.fetchedAt, file: null, place: null, claimed } as const
  return { brought: { origin: { ...origin, session: signIn.ref, whole: false }, attached: [], noCapture: null } }
}
