/** What is typed to sign in, and stands in the ledger: plain ASCII, so that no two names look alike. */
export const isAccountName = (name: string): boolean => /^[a-z0-9](?:[a-z0-9.-]{0,38}[a-z0-9])$/i.test(name.trim())
