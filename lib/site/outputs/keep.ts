/** Thrown where too much work waits already. */
export class Busy extends Error {
  constructor() {
    super('too much work waits already');
    this.name = 'Busy';
  }
}

/**
 * Keeps the results of slow work under their keys: the last `most` that were asked for. Work runs one at a time,
 * each key once; where `mostWaiting` keys wait, further ones are turned away with `Busy`.
 */
export class Keep<Result> {
  private readonly kept = new Map<string, Promise<Result>>();
  private last: Promise<unknown> = Promise.resolve();
  private waiting = 0;

  constructor(
    private readonly most: number,
    private readonly mostWaiting: number,
  ) {}

  /**
   * The result of `make`, or the one kept from before.
   * @throws Busy, or what `make` throws; a failure is not kept
   */
  async get(key: string, make: () => Promise<Result>): Promise<Result> {
    const known = this.kept.get(key);
    if (!known && this.waiting >= this.mostWaiting) throw new Busy();
    const result = known ?? this.inTurn(make);
    // The one asked for last stands last: the first one goes when there are too many.
    this.kept.delete(key);
    this.kept.set(key, result);
    for (const [oldest] of this.kept) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    if (!known) {
      result.catch(() => {
        if (this.kept.get(key) === result) this.kept.delete(key);
      });
    }
    return result;
  }

  private inTurn(make: () => Promise<Result>): Promise<Result> {
    this.waiting++;
    const result = this.last.then(make).finally(() => {
      this.waiting--;
    });
    this.last = result.catch(() => {});
    return result;
  }
}
