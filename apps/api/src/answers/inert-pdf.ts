/**
 * A file may be a PDF and a page of HTML at once. Served with these headers it is a PDF and nothing else: a browser neither
 * guesses another kind, nor runs or loads anything on behalf of it, nor lets another site put it into a page of its own.
 */
export const INERT_PDF = {
  'x-content-type-options': 'nosniff',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
};
