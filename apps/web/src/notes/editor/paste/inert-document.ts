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

const STYLE_SHEETS = /<style\b[\s\S]*?<\/style\s*>/gi;
const TAGS = /<[a-z][^>]*>/gi;

/** Without what the policy of the page stops also here, where it would do nothing; each such stop is a line among the errors. */
function quiet(html: string): string {
  return html
    .replace(STYLE_SHEETS, '')
    .replace(TAGS, (tag) =>
      tag.replace(/(?<=[\s"'/])style(?=\s*=)/gi, STYLE).replace(/(?<=[\s"'/])on(?=\w+\s*=)/gi, 'data-on'),
    );
}
