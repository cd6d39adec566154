/** The accent colours of a site as a style sheet, with the two tints made of each. */
import { GROUNDS, mixed } from './colour';
import { type SiteSettings, WASH } from './settings';

/** How much of the accent stands behind a word that was found. */
const MARK = { light: 0.18, dark: 0.35 } as const;

/** Rules that win over the tokens of `app/globals.css`: a type and a class of selector more. */
export function accentStyle(accent: NonNullable<SiteSettings['accent']>): string {
  const tokens = (theme: 'light' | 'dark') =>
    [
      `--color-accent:${accent[theme]}`,
      `--color-accent-wash:${mixed(accent[theme], GROUNDS[theme].paper, WASH[theme])}`,
      `--color-mark:${mixed(accent[theme], GROUNDS[theme].paper, MARK[theme])}`,
    ].join(';');
  return `html:root{${tokens('light')}}\n@media (prefers-color-scheme:dark){html:root{${tokens('dark')}}}\n`;
}
