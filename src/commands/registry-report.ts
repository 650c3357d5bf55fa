import { SingleBar } from 'cli-progress'
import { forTerminal } from '../i18n/format.ts'
import { registryMessages } from '../i18n/registry.ts'
import type { ImportReport, ImportRequest } from '../registry/import.ts'
import type { Tools } from './command.ts'

/** A bar of bytes on a terminal; elsewhere nothing, the report says it all. */
export function importProgress({ terminal }: Tools): { show: ImportRequest['onProgress']; end: () => void } {
  if (!terminal) return { show: () => undefined, end: () => undefined }
  const bar = new SingleBar({
    format: '{bar} {percentage} %',
    barsize: 24,
    hideCursor: true,
    clearOnComplete: true,
    stream: process.stderr,
  })
  let begun = false
  return {
    show: (bytes, of) => {
      if (!begun) bar.start(of, 0)
      begun = true
      bar.update(bytes)
    },
    end: () => {
      bar.stop()
      begun = false
    },
  }
}

/** What an import took and what it refused. */
export function reportLines(report: ImportReport, { lang }: Tools): readonly string[] {
  const t = registryMessages(lang)
  const n = (value: number) => value.toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB')
  const { rows, kind, source, asOf, rejected, rejections, duplicates, delimiter } = report
  const shown = { '\t': 'tab' }[delimiter] ?? delimiter
  return [
    report.dryRun ? t.tried(n(rows)) : t.imported(n(rows), t.kinds[kind], forTerminal(source), asOf),
    t.details(report.encoding, shown, Object.keys(report.columns).join(', ')),
    t.counts(n(rejected), duplicates === null ? null : n(duplicates)),
    ...rejections.map(({ line, reason }) => `  ${t.rejection(line, forTerminal(reason))}`),
    ...(rejected > rejections.length ? [`  ${t.more(n(rejected - rejections.length))}`] : []),
    t.sha256(report.sha256),
  ]
}
