import pino from 'pino'
import { startConsole } from '../../../src/console/server.ts'

const [home = ''] = process.argv.slice(2)
const console = await startConsole({
  ...{ home, host: '127.0.0.1', port: 0, actor: 'bench', trustProxy: false, log: pino({ level: 'error' }) },
})
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send?.({ cpuSeconds: (user + system) / 1e6 })
})
process.on('SIGTERM', () => process.exit(0))
process.send?.({ url: console.url })
