import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const BUILT = join(__dirname, '..', '..', '..', 'dist', 'web');
const FRAME = 'index.html';

/** The parts of the page that a browser asks for before the page can be worked with, beside what index.html names. */
export const FIRST_LOADS = {
  'sign-in': ['src/language/messages-hi.ts', 'src/identity/sign-in/SignInPage.tsx'],
  desk: ['src/language/messages-hi.ts', 'src/app/frame/beginning.ts'],
} as const;
/** What comes some moments later by itself, when the page can be worked with. */
const LATER = [
  'src/notices/Bell.tsx',
  'src/notices/hear.ts',
  'src/desk/filter/DeskTools.tsx',
  'src/desk/first-steps/FirstSteps.tsx',
];
export type FirstLoad = keyof typeof FIRST_LOADS;

/** As Vite writes it of each piece. */
interface Piece {
  readonly file: string;
  readonly name?: string;
  /** What must be there before it runs. */
  readonly imports?: readonly string[];
}

/** The scripts of a first load, `assets/DeskPage-….js`: the parts and all that they cannot run without. */
export const scriptsOf = (name: FirstLoad): string[] => scriptsOfParts([FRAME, ...FIRST_LOADS[name]]);

/** The scripts that follow the first load of the office by themselves. */
export const scriptsThatFollow = (): string[] => scriptsOfParts(LATER);

function scriptsOfParts(parts: readonly string[]): string[] {
  const pieces = JSON.parse(readFileSync(join(BUILT, '.vite', 'manifest.json'), 'utf8')) as Record<string, Piece>;
  const found = new Set<string>();
  const add = (key: string): void => {
    const piece = pieces[key] ?? Object.values(pieces).find(({ name }) => name === key);
    if (!piece) throw new Error(`The built page has no ${key}`);
    if (found.has(piece.file)) return;
    found.add(piece.file);
    for (const needed of piece.imports ?? []) add(needed);
  };
  for (const key of parts) add(key);
  return [...found];
}

/** Bytes on the way to a browser that takes gzip. */
export function weightOf(script: string): number {
  return gzipSync(readFileSync(join(BUILT, script)), { level: 9 }).length;
}
