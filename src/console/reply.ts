/** To a page of our own, after a change or a sign-in. `cookies`: whole Set-Cookie values. */
export function redirect(to: string, cookies: readonly string[] = []): Response {
  const answer = new Response(null, { status: 303, headers: { Location: to } })
  for (const cookie of cookies) answer.headers.append('Set-Cookie', cookie)
  return answer
}

/** A path of this console out of what a visitor sent; `/` for anything that leads elsewhere. */
export const ownPath = (text: string | null | undefined): string =>
  text && /^\/(?![/\\])[\x21-\x7e]*$/.test(text) && !text.includes('\\') ? text : '/'
