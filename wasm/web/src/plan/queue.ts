/**
 * Runs steps one after another, so that what a person does keeps its order.
 *
 * @param ready is awaited before each step.
 * @param failed hears why a step failed; the steps after it run all the same.
 */
export class Queue {
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly ready: () => Promise<void> | undefined,
    private readonly failed: (reason: unknown) => void,
  ) {}

  /** Runs a step after those before it. The promise never rejects: it tells whether the step succeeded. */
  run(step: () => Promise<void>): Promise<boolean> {
    const result = this.last.then(async () => {
      await this.ready()
      try {
        await step()
        return true
      } catch (reason) {
        this.failed(reason)
        return false
      }
    })
    this.last = result
    return result
  }
}
