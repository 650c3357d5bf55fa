import { webcrypto } from 'node:crypto'
import { CryptoEngine, setEngine } from 'pkijs'

/** pkijs asks the browser for its cryptography; here it is Node's own. Imported for this effect by whoever checks a signature. */
setEngine('node', new CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto }))
