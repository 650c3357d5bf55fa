import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { ExitCode } from '../../src/exit-codes.ts'

test('packages that are there but not compiled yet are answered with what to do, and no stack', () => {
  const root = mkdtempSync(join(tmpdir(), 'soi-half-'))
  try {
    mkdirSync(join(root, 'src'))
    mkdirSync(join(root, 'node_modules', 'esbuild'), { recursive: true })
    writeFileSync(join(root, 'node_modules', 'esbuild', 'package.json'), '{}')
    cpSync(fileURLToPath(new URL('../../src/soi.mjs', import.meta.url)), join(root, 'src', 'soi.mjs'))
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'src', 'soi.mjs'), '--help'], {
      encoding: 'utf8',
    })
    expect(status).toBe(ExitCode.Unavailable)
    expect(stderr).toContain('npm start -- doctor')
    expect(stderr).not.toContain('    at ')
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
