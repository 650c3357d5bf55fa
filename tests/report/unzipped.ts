import yauzl from 'yauzl'

/** The files of a small ZIP as text, by name. */
export const unzipped = (bytes: Uint8Array): Promise<ReadonlyMap<string, string>> =>
  new Promise((resolve, reject) => {
    const files = new Map<string, string>()
    yauzl.fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error)
      zip.on('entry', (entry: yauzl.Entry) =>
        zip.openReadStream(entry, async (broken, stream) => {
          if (broken) return reject(broken)
          const chunks: Buffer[] = []
          for await (const chunk of stream) chunks.push(chunk)
          files.set(entry.fileName, Buffer.concat(chunks).toString('utf8'))
          zip.readEntry()
        }),
      )
      zip.on('end', () => resolve(files))
      zip.on('error', reject)
      zip.readEntry()
    })
  })
