/** One visitor for a run: keeps robots.txt, and never asks a host twice within a second or the delay it wants. */
import { checkedAddress, type Fetched, fetchAddress, PUBLIC_REACH, type Reach } from './request';
import { type RobotRules, readRobots } from './robots';

/** Milliseconds between two requests to one host. */
const PAUSE = 1000;

export class Visitor {
  private readonly rules = new Map<string, Promise<RobotRules>>();
  /** When each host may be asked again, by `Date.now()`. */
  private readonly next = new Map<string, number>();

  constructor(
    private readonly reach: Reach = PUBLIC_REACH,
    private readonly pause = PAUSE,
  ) {}

  /** Milliseconds until the host of an address may be asked. */
  wait(address: string): number {
    const host = URL.canParse(address) ? new URL(address).host : '';
    return Math.max(0, (this.next.get(host) ?? 0) - Date.now());
  }

  /**
   * Fetches an address when its host's turn has come; redirects within one visit are followed at once.
   * @throws IngestFailure as `fetchAddress` and `readRobots` do.
   */
  async fetch(address: string): Promise<Fetched> {
    // Before the clock of the request starts: a slow robots.txt takes nothing from the page's time.
    await this.turn(checkedAddress(address));
    return fetchAddress(address, this.reach, async (url) => (await this.rulesOf(url)).allows(url));
  }

  private async turn(url: URL): Promise<void> {
    const { delay } = await this.rulesOf(url);
    const wait = this.wait(url.href);
    this.next.set(url.host, Date.now() + wait + Math.max(this.pause, delay));
    await new Promise((done) => setTimeout(done, wait));
  }

  private rulesOf(url: URL): Promise<RobotRules> {
    let rules = this.rules.get(url.origin);
    if (!rules) {
      rules = readRobots(url.origin, this.reach);
      this.rules.set(url.origin, rules);
      this.next.set(url.host, Date.now() + this.pause);
    }
    return rules;
  }
}
