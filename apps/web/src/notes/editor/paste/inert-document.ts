interface Policy {
  createHTML(text: string): string;
}

/** What TypeScript's description of the browser does not know yet; absent in browsers without Trusted Types. */
interface WithTrustedTypes {
  trustedTypes?: { createPolicy(name: string, policy: Policy): Policy };
}

let policy: Policy | undefined;

/** Under what name the document has the style of an element. */
export const STYLE = 'data-pasted-style';

/**
 * A document of its own that is never shown: in it no script runs, nothing is loaded, and no handler is called. Only whoever
 * reads it letter by letter gets anything out of it.
 */
export function inertDocument(html: string): Document {
  policy ??= (globalThis as WithTrustedTypes).trustedTypes?.createPolicy('pasted', { createHTML: (text) => text });
  return new DOMParser().parseFromString(policy?.createHTML(quiet(html)) ?? quiet(html), 'text/html');
}

const STYLE_SHEET = /<style\b/gi;
/** Each ends where the next begins, so that however many are never closed, each sign is looked at once. */
const ITS_END = /<\/style[^<>]*>/gi;
const TAGS = /<[a-z][^<>]*>/gi;

/** Without what the policy of the page stops also here, where it would do nothing; each such stop is a line among the errors. */
function quiet(html: string): string {
  return withoutStyleSheets(html).replace(TAGS, (tag) =>
    tag.replace(/(?<=[\s"'/])style(?=\s*=)/gi, STYLE).replace(/(?<=[\s"'/])on(?=\w+\s*=)/gi, 'data-on'),
  );
}

/** What is never closed stays: the document makes of it what it can. */
function withoutStyleSheets(html: string): string {
  const kept: string[] = [];
  let at = 0;
  for (;;) {
    const begin = indexFrom(STYLE_SHEET, html, at);
    const end = begin && indexFrom(ITS_END, html, begin.after);
    if (!begin || !end) return kept.join('') + html.slice(at);
    kept.push(html.slice(at, begin.index));
    at = end.after;
  }
}

/** Where what is looked for comes next, and what comes after it. */
function indexFrom(sought: RegExp, text: string, at: number): { index: number; after: number } | null {
  sought.lastIndex = at;
  const found = sought.exec(text);
  return found && { index: found.index, after: sought.lastIndex };
}
