/** Hands values from many senders to one taker. A sender goes on when its value has been dealt with: the taker asks again. */
export class Channel<T> implements AsyncIterable<T> {
  readonly #waiting: { value: T; done: () => void }[] = [];
  #wake: () => void = () => {};
  #isClosed = false;
  #error: unknown;

  /** Comes back when the value has been dealt with, or when nobody takes any more. */
  send(value: T): Promise<void> {
    if (this.#isClosed) return Promise.resolve();
    return new Promise((done) => {
      this.#waiting.push({ value, done });
      this.#wake();
    });
  }

  /** Ends the values; those that wait are dropped, and their senders go on. */
  close(): void {
    this.#isClosed = true;
    for (const { done } of this.#waiting.splice(0)) done();
    this.#wake();
  }

  fail(error: unknown): void {
    this.#error = error;
    this.close();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<T> {
    for (;;) {
      const next = this.#waiting.shift();
      if (next) {
        try {
          yield next.value;
        } finally {
          next.done();
        }
      } else if (this.#isClosed) {
        if (this.#error) throw this.#error;
        return;
      } else {
        const { promise, resolve } = Promise.withResolvers<void>();
        this.#wake = resolve;
        await promise;
      }
    }
  }
}
