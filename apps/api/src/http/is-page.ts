import { BOXES, PAGE_PATHS, REGISTERS } from '@patravali/contract';

const ID = '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}';
/** What a parameter may be; any other is an id. */
const CLOSED_LISTS: Readonly<Record<string, readonly string[]>> = { box: BOXES, register: REGISTERS };

const PAGES = Object.values(PAGE_PATHS).map((path) => new RegExp(`^${path.replace(/\$(\w+)/g, valuesOf)}/?$`));

/** Whether the browser's router has a page at this path. */
export function isPage(path: string): boolean {
  return PAGES.some((page) => page.test(path));
}

function valuesOf(_: string, parameter: string): string {
  const values = CLOSED_LISTS[parameter];
  return values ? `(?:${values.join('|')})` : ID;
}
