import type { Certificate } from 'pkijs'

/** Whether it names itself as its issuer. */
export const sameName = ({ subject, issuer }: Certificate) => subject.isEqual(issuer)

/** The last common name, else every part of the name. */
export const nameOf = ({ subject }: Certificate): string => {
  const parts = subject.typesAndValues.map(({ type, value }) => [type, String(value.valueBlock.value)] as const)
  return parts.filter(([type]) => type === '2.5.4.3').at(-1)?.[1] ?? parts.map(([, value]) => value).join(', ')
}
