import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatFault } from '../catalogue/fault';
import { loadSettings, SETTINGS_FILE } from './settings';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

const LEAST = 'name: Báo cáo Hưng Yên\npurpose: Tìm báo cáo của Hưng Yên.\nlicence: { name: CC BY 4.0 }\n';

function load(text: string) {
  writeFileSync(join(folder, SETTINGS_FILE), text);
  const { settings, faults } = loadSettings(folder);
  return { settings, faults: faults.map(formatFault) };
}

test('this repository’s own settings are sound', () => {
  expect(loadSettings('data').faults).toEqual([]);
});

test('three fields are enough; a folder without the file takes the shared one', () => {
  const { settings, faults } = load(LEAST);
  expect(faults).toEqual([]);
  expect(settings).toMatchObject({ name: 'Báo cáo Hưng Yên', basePath: '', accent: null, mistakes: null });
  expect(settings?.facets).toContain('tinh');
  rmSync(join(folder, SETTINGS_FILE));
  expect(loadSettings(folder).settings?.name).toBe('Tra cứu báo cáo');
});

test('mistakes are reported to the contact, unless to another', () => {
  expect(load(`${LEAST}contact: mailto:tuyengiao@hungyen.example\n`).settings?.mistakes).toBe(
    'mailto:tuyengiao@hungyen.example',
  );
  expect(
    load(`${LEAST}contact: mailto:a@b.example\nmistakes: https://b.example/loi\n`).settings?.mistakes,
  ).toBe('https://b.example/loi');
});

test.each([
  ['a misspelt key', 'purpos: x', 'site.yaml:4 purpos: is not a field of this shape'],
  ['two lines', 'name: a', 'site.yaml:4 file: Map keys must be unique'],
  [
    'a path in the address',
    'address: https://a.example/x',
    'site.yaml:4 address: has a path: say it as basePath',
  ],
  ['no address', 'address: hungyen', 'site.yaml:4 address: is not an http or https address'],
  ['a script for a contact', 'contact: "javascript:alert(1)"', 'site.yaml:4 contact: is neither mailto'],
  ['a base path without a slash', 'basePath: bao-cao', 'site.yaml:4 basePath: is not a path such as'],
  ['a base path that ends in one', 'basePath: /bao-cao/', 'site.yaml:4 basePath: is not a path such as'],
  [
    'an unquoted colour',
    'accent:\n  light: #0b5364\n  dark: "#82c9d8"',
    'site.yaml:5 accent.light: is missing',
  ],
  ['no colour', 'accent: { light: "teal", dark: "#82c9d8" }', 'site.yaml:4 accent.light: is not a colour'],
  [
    'a pale colour',
    'accent: { light: "#82c9d8", dark: "#82c9d8" }',
    'site.yaml:4 accent.light: has a contrast of 1.',
  ],
  [
    'a dark colour on dark',
    'accent: { light: "#0b5364", dark: "#0b5364" }',
    'site.yaml:4 accent.dark: has a contrast of 2.',
  ],
  ['an unknown facet', 'facets: [tinh, nam]', 'site.yaml:4 facets[1]: '],
  ['a facet twice', 'facets: [tinh, tinh]', 'site.yaml:4 facets: names a facet twice'],
])('%s is named with its line', (_, line, fault) => {
  const { settings, faults } = load(`${LEAST}${line}\n`);
  expect(settings).toBeNull();
  expect(faults[0]).toContain(fault);
});

test('a fault for each ground that the accent cannot be read on', () => {
  const { faults } = load(`${LEAST}accent: { light: "#777777", dark: "#82c9d8" }\n`);
  expect(faults.length).toBeGreaterThan(1);
  for (const fault of faults)
    expect(fault).toMatch(/accent\.light: has a contrast of [34]\.\d\d with .* 4\.5 is needed/);
});

test('the environment settles address and base path, and its faults are named', () => {
  writeFileSync(join(folder, SETTINGS_FILE), `${LEAST}address: https://a.example\nbasePath: /a\n`);
  vi.stubEnv('SITE_URL', 'https://b.example');
  vi.stubEnv('BASE_PATH', '/b');
  expect(loadSettings(folder).settings).toMatchObject({ address: 'https://b.example', basePath: '/b' });
  vi.stubEnv('BASE_PATH', 'b c');
  expect(loadSettings(folder).faults.map(formatFault)).toEqual([
    expect.stringMatching(/^BASE_PATH "b c": is not a path such as/),
  ]);
});
