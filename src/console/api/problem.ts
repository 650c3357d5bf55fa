import { BadInput } from '../../errors.ts'

/** An answer that says why not; `detail` is ours, never a listing's words. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly status: number
  constructor(status: number, detail: string) {
    super(detail)
    this.status = status
  }
}

/** What is read by the number in an address: 404 where there is none. */
export async function there<T>(read: Promise<T>): Promise<T> {
  try {
    return await read
  } catch (error) {
    if (error instanceof BadInput) throw new ApiProblem(404, error.message)
    throw error
  }
}
