import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import Closing from './closing-line.ts'

/** Rooms whose files only compute: what one of them has loaded serves the next, where the others begin anew each. */
const COMPUTING = ['crawlers', 'export', 'facts', 'generic', 'model', 'normalise', 'page', 'sites*', 'text'].map(
  (room) => `tests/${room}/**/*.test.ts`,
)

export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    // Browsers, servers and child processes: generous ceilings, and no test asserts a time.
    testTimeout: 180_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Four on two cores: much of the time goes by waiting for servers, processes and browsers.
    maxWorkers: 4,
    maxConcurrency: 4,
    reporters: ['default', new Closing()],
    projects: [
      { extends: true, test: { name: 'computing', include: COMPUTING, isolate: false } },
      { extends: true, test: { name: 'the rest', include: ['tests/**/*.test.ts'], exclude: COMPUTING } },
    ],
  },
})
