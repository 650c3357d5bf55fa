import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import Closing from './closing-line.ts'

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    include: ['tests/**/*.test.ts'],
    // Browsers, servers and child processes: generous ceilings, and no test asserts a time.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    pool: 'forks',
    // What one file has loaded serves the next: to load it anew for each of two hundred takes minutes.
    isolate: false,
    // Five on two cores: much of the time goes by waiting for servers, processes and browsers.
    maxWorkers: 5,
    maxConcurrency: 4,
    reporters: ['default', new Closing()],
  },
})
