/** What every runner prints as its last line. */
export interface Usage {
  /** From the first step of the crawl to the last row kept, start-up left out. */
  readonly seconds: number
  /** User and system time of the process in those seconds. */
  readonly cpuSeconds: number
  /** The same before them: loading the program, its rules, its store. */
  readonly startUpCpuSeconds: number
  readonly peakRssMb: number
  /** When the last row was kept: milliseconds of `Date.now`. */
  readonly endedAt: number
  /** Pages that had to be opened in a browser; those of peers that have none are not counted. */
  readonly browserPages?: number
}

const cpuNow = (): number => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage()
  return (userCPUTime + systemCPUTime) / 1e6
}

/** Starts the clock; what it returns prints this process's usage for the parent. */
export function startClock(): (more?: Pick<Usage, 'browserPages'>) => void {
  const begun = performance.now()
  const startUpCpuSeconds = cpuNow()
  return (more) => {
    const usage: Usage = {
      seconds: (performance.now() - begun) / 1000,
      cpuSeconds: cpuNow() - startUpCpuSeconds,
      startUpCpuSeconds,
      peakRssMb: process.resourceUsage().maxRSS / 1024,
      endedAt: Date.now(),
      ...more,
    }
    process.stdout.write(`${JSON.stringify(usage)}\n`)
  }
}

/** One row a runner leaves for the parent to check. */
export interface Row {
  readonly url: string
  readonly title: string | null
  /** Dong, or as printed. */
  readonly price: string | number | null
}
