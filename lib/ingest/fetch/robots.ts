/** What a site asks of robots: `/robots.txt` of its origin, read once a run (RFC 9309). */
import robotsParser from 'robots-parser';
import { IngestFailure } from '../read/failure';
import { type Fetched, fetchAddress, type Reach, Refused, ROBOT_NAME } from './request';

export interface RobotRules {
  allows(url: URL): boolean;
  /** Milliseconds the site wants between two requests; 0 where it says nothing. */
  delay: number;
}

/** A site that wants a longer pause, in milliseconds, gets this one: nobody waits an hour for a page. */
const LONGEST_DELAY = 60_000;

const NO_RULES: RobotRules = { allows: () => true, delay: 0 };

/**
 * Reads the rules of an origin.
 * @throws IngestFailure `robots` where the site says that it cannot give them (5xx, no end of redirects): nothing
 *   may be read then; and whatever else `fetchAddress` throws.
 */
export async function readRobots(origin: string, reach: Reach): Promise<RobotRules> {
  const address = `${origin}/robots.txt`;
  let fetched: Fetched;
  try {
    fetched = await fetchAddress(address, reach);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    if (error.status >= 400 && error.status < 500) return NO_RULES;
    throw new IngestFailure(
      'robots',
      `${address} cannot be read, so the site may not be (${error.message})`,
      'try again later, or save the page by hand',
    );
  }
  const robots = robotsParser(address, new TextDecoder().decode(fetched.bytes));
  const seconds = robots.getCrawlDelay(ROBOT_NAME) ?? 0;
  return {
    allows: (url) => robots.isAllowed(url.href, ROBOT_NAME) ?? true,
    delay: Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_DELAY) : 0,
  };
}
