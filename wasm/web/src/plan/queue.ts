/**
 * Runs steps one after another, in the order they were added.
 *
 * @param ready returns a promise to await before the next step.
 * @param failed is called with the reason when a step fails; later steps still run.
 */
export class Queue {
  private last: Promise<unknown> = Promise.resolve()

  constructor(
    private readonly ready: () => Promise<void> | undefined,
    private readonly failed: (reason: unknown) => void,
  ) {}

  /** Adds a step. The returned promise resolves to whether it succeeded and never rejects. */
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
