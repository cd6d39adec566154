/**
 * A file that cannot become a report. Says what is wrong and what to do, in one line; the command prints it after
 * the file's name.
 */
export class IngestFailure extends Error {
  constructor(
    readonly code: FailureCode,
    what: string,
    readonly remedy: string,
  ) {
    super(what);
    this.name = 'IngestFailure';
  }
}

export type FailureCode =
  | 'empty'
  | 'binary'
  | 'not-vietnamese'
  | 'encrypted'
  | 'scanned'
  | 'too-large'
  | 'too-slow'
  | 'too-much'
  | 'bomb'
  | 'broken'
  | 'unknown-format'
  | 'no-body'
  | 'address'
  | 'private'
  | 'timeout'
  | 'unreachable'
  | 'refused'
  | 'robots'
  | 'login'
  | 'no-links'
  | 'unsound'
  | 'unreadable';
