import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** The built page, dist/web: beside the built server, and below the root for a server that runs from its sources. */
export const BUILT_PAGE = ['../../../../web', '../../../../dist/web']
  .map((path) => join(__dirname, path))
  .find((path) => existsSync(join(path, 'index.html')));

const WEIGHTS = [400, 600] as const;

/**
 * The Devanagari of the built page for pages that the server writes itself: not every device has one. A device that has it, or a
 * page without Hindi, loads nothing. Empty where no page was built.
 */
export const DEVANAGARI_FONTS = WEIGHTS.map((weight) => {
  const name = BUILT_PAGE && readdirSync(join(BUILT_PAGE, 'assets')).find((asset) => isFont(asset, weight));
  return name === undefined
    ? ''
    : `@font-face { font-family: 'Devanagari of the page'; font-weight: ${weight}; font-display: swap;
  src: local('Noto Sans Devanagari'), url('/assets/${name}') format('woff2'); unicode-range: U+0900-097F, U+200C-200D, U+25CC }
`;
}).join('');

function isFont(asset: string, weight: number): boolean {
  return asset.startsWith(`noto-sans-devanagari-devanagari-${weight}-normal`) && asset.endsWith('.woff2');
}

/** The faces of such a page. */
export const PAGE_FONTS = `'Noto Sans', 'Devanagari of the page', system-ui, sans-serif`;
