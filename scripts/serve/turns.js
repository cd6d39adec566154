/**
 * Whose request is worked on next: the addresses that wait take turns, so that one that sends many does not keep another
 * waiting. Where one address alone asks, its requests go in their order.
 */

import { AsyncResource } from 'node:async_hooks';

/** A request gives its place up after so long, ms: it waits for a disk, a cluster or a slow reader, not for this process. */
const LONGEST = 200;

export class Turns {
  /** @type {Map<string, (() => void)[]>} who waits, by address; the first address is next */
  #waiting = new Map();
  #working = 0;

  /**
   * @param {number} places requests worked on at a time. One process that only computes answers no faster with more
   *   than one, and each piece of a page waits for a piece of every other
   */
  constructor(places) {
    this.places = places;
  }

  /**
   * Resolves when it is this request's turn, to what frees the place again (it is free by itself when the answer has
   * ended); or to null where its reader has gone meanwhile.
   *
   * @param {string} address
   * @param {import('node:http').ServerResponse} response
   * @returns {Promise<(() => void) | null>}
   */
  take(address, response) {
    return new Promise((resolve) => {
      // It is the request before that hands the place on, and a timer begun in its name would keep all that Next holds
      // of it, that the one before it, and so on: a turn is taken in the name of who waited.
      const go = AsyncResource.bind(() => {
        if (response.closed || response.destroyed) {
          resolve(null);
          return this.#next();
        }
        this.#working++;
        let done = false;
        const leave = () => {
          if (done) return;
          done = true;
          clearTimeout(timer);
          this.#working--;
          this.#next();
        };
        const timer = setTimeout(leave, LONGEST);
        response.once('close', leave);
        resolve(leave);
      });
      if (this.#working < this.places) return go();
      const queue = this.#waiting.get(address) ?? [];
      queue.push(go);
      this.#waiting.set(address, queue);
    });
  }

  #next() {
    if (this.#working >= this.places) return;
    const [first] = this.#waiting;
    if (!first) return;
    const [address, queue] = first;
    const go = queue.shift();
    this.#waiting.delete(address);
    if (queue.length > 0) this.#waiting.set(address, queue);
    go?.();
  }
}
