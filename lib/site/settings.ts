/**
 * What a catalogue says of itself: `site.yaml` in the data folder (the shared one where the folder has none).
 *
 *   name: Báo cáo tuyên giáo Hưng Yên      16 letters fit an address bar; 60 at most
 *   purpose: One sentence.
 *   licence: { name: CC BY 4.0, url: https://… }   of the data
 *   keeper: { name: …, url: https://… }            who keeps it
 *   contact: mailto:… or https://…
 *   mistakes: mailto:… or https://…                where mistakes are reported; else `contact`
 *   address: https://host                          SITE_URL settles it before
 *   basePath: /bao-cao-tg                          BASE_PATH settles it before
 *   accent: { light: "#0b5364", dark: "#82c9d8" }  readable on the site's own grounds
 *   scope: { holds: …, lacks: …, sources: … }      sentences for the help page
 *   facets: [tinh, ky, vb, cap, loai, chu-de]      those shown
 *
 * Read once a process: a change takes a start.
 */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { dataDirectory } from '../catalogue/directory';
import { CorpusError, type Fault } from '../catalogue/fault';
import { checkYaml, pathOf } from '../catalogue/files';
import { FACET_NAMES, type FacetName } from '../search/facets';
import { contrast, GROUNDS, mixed } from './colour';

export const SETTINGS_FILE = 'site.yaml';

/** WCAG 2.2, 1.4.3: text against its ground. */
const READABLE = 4.5;
/** How much of the accent stands in its wash, on which it is written too: `app/mau.css`. */
export const WASH = { light: 0.1, dark: 0.2 } as const;

const line = (most: number) =>
  z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(most, `has more than ${most} letters`)
    .refine((text) => !/[\n\r]/.test(text), 'has a line break');

const webAddress = z
  .string()
  .refine(
    (value) => /^https?:\/\/\S+$/i.test(value) && URL.canParse(value),
    'is not an http or https address',
  );
const reachable = z
  .string()
  .refine(
    (value) =>
      /^mailto:[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ||
      (/^https?:\/\/\S+$/i.test(value) && URL.canParse(value)),
    'is neither mailto:name@host nor an http or https address',
  );
const origin = webAddress.refine(
  (value) => !URL.canParse(value) || ['', '/'].includes(new URL(value).pathname),
  'has a path: say it as basePath',
);
export const basePathSchema = z
  .string()
  .regex(
    /^(\/[a-z0-9][a-z0-9._-]*)*$/i,
    'is not a path such as /bao-cao-tg (a slash first, none at the end, letters, digits, - _ and .)',
  );

const accent = (theme: keyof typeof GROUNDS) =>
  z
    .string()
    .regex(/^#[0-9a-f]{6}$/i, { error: 'is not a colour such as "#0b5364"', abort: true })
    .superRefine((colour, context) => {
      const { paper, raised, wash, ink } = GROUNDS[theme];
      const pairs = [
        ['the paper', paper],
        ['boxes', raised],
        ['shaded rows', wash],
        ['its own wash', mixed(colour, paper, WASH[theme])],
        ['the letters of its buttons', ink],
      ] as const;
      for (const [what, other] of pairs) {
        const found = contrast(colour, other);
        if (found < READABLE)
          context.addIssue({
            code: 'custom',
            message: `has a contrast of ${found.toFixed(2)} with ${what} (${other}) in the ${theme} theme: ${READABLE} is needed`,
          });
      }
    });

export const settingsSchema = z.strictObject({
  name: line(60),
  purpose: line(300),
  licence: z.strictObject({ name: line(80), url: webAddress.nullable().default(null) }),
  keeper: z
    .strictObject({ name: line(120), url: webAddress.nullable().default(null) })
    .nullable()
    .default(null),
  contact: reachable.nullable().default(null),
  mistakes: reachable.nullable().default(null),
  address: origin.nullable().default(null),
  basePath: basePathSchema.default(''),
  accent: z
    .strictObject({ light: accent('light'), dark: accent('dark') })
    .nullable()
    .default(null),
  scope: z
    .strictObject({
      holds: line(2000).nullable().default(null),
      lacks: line(2000).nullable().default(null),
      sources: line(2000).nullable().default(null),
    })
    .default({ holds: null, lacks: null, sources: null }),
  facets: z
    .array(z.enum(FACET_NAMES as [FacetName, ...FacetName[]]))
    .min(1, 'names no facet')
    .refine((names) => new Set(names).size === names.length, 'names a facet twice')
    .default([...FACET_NAMES]),
});
export type SiteSettings = z.output<typeof settingsSchema>;

/** What the browser knows of the settings. */
export type SiteFace = Pick<SiteSettings, 'name' | 'purpose' | 'mistakes' | 'facets'>;

/**
 * Reads and checks the settings of a data folder; with what the environment says (SITE_URL, BASE_PATH) in its place.
 * A fault of the environment names the variable as its file.
 */
export function loadSettings(dataDir: string): { settings: SiteSettings | null; faults: Fault[] } {
  let text: string;
  try {
    text = readFileSync(pathOf(dataDir, SETTINGS_FILE), 'utf8');
  } catch (error) {
    return { settings: null, faults: [{ file: SETTINGS_FILE, field: 'file', reason: String(error) }] };
  }
  const { value, faults } = checkYaml(text, SETTINGS_FILE, settingsSchema);
  const address = fromEnvironment('SITE_URL', origin);
  const basePath = fromEnvironment('BASE_PATH', basePathSchema);
  const all = [...faults, ...address.faults, ...basePath.faults];
  if (value === null || all.length > 0) return { settings: null, faults: all };
  return {
    settings: {
      ...value,
      mistakes: value.mistakes ?? value.contact,
      address: address.value ?? value.address,
      basePath: basePath.value ?? value.basePath,
    },
    faults: [],
  };
}

function fromEnvironment(name: string, schema: z.ZodType<string>): { value: string | null; faults: Fault[] } {
  const set = process.env[name];
  if (!set) return { value: null, faults: [] };
  const result = schema.safeParse(set);
  if (result.success) return { value: result.data, faults: [] };
  return {
    value: null,
    faults: result.error.issues.map(({ message }) => ({
      file: name,
      field: JSON.stringify(set),
      reason: message,
    })),
  };
}

/** On `globalThis`, because a bundler may give each page its own copy of this module within one process. */
const memory = globalThis as { tcbcSettings?: SiteSettings };

/** A licence as exports name it: `CC BY 4.0 (https://…)`. */
export function licenceInWords({ name, url }: SiteSettings['licence']): string {
  return url ? `${name} (${url})` : name;
}

/**
 * The settings of `dataDirectory()`.
 * @throws CorpusError with every fault.
 */
export function siteSettings(): SiteSettings {
  if (!memory.tcbcSettings) {
    const { settings, faults } = loadSettings(dataDirectory());
    if (!settings) throw new CorpusError(faults);
    memory.tcbcSettings = settings;
  }
  return memory.tcbcSettings;
}

/** What of the settings goes to the browser. */
export function siteFace(): SiteFace {
  const { name, purpose, mistakes, facets } = siteSettings();
  return { name, purpose, mistakes, facets };
}
