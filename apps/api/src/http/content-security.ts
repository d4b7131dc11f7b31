/**
 * What the page may load: its own scripts, PDFium's WebAssembly, pictures it has drawn itself. Nothing from elsewhere, no
 * script in the page itself, and of styles only those that carry the nonce of this answer.
 */
const DIRECTIVES = {
  'default-src': "'self'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'script-src-attr': "'none'",
  'font-src': "'self' data:",
  'img-src': "'self' blob: data:",
  'worker-src': "'self' blob:",
  'frame-src': "'self' blob:",
  'object-src': "'none'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
  // Text becomes markup, script or worker only where one of these policies says so: the page's own, and the one with which
  // what was pasted is read, in a document that runs nothing.
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default pasted',
};

/** Of the page that verifies what strangers give it: that stays in the browser. */
export const NOWHERE = "'none'";

/**
 * The header's value.
 * @param ownStyle the source that lets `<style>` elements of this answer through, as `'nonce-…'`; none without it.
 * @param formsTo where forms may go besides the office itself.
 * @param connectsTo what scripts may ask and tell.
 */
export function contentSecurity(ownStyle?: string, formsTo?: string, connectsTo = "'self' blob:"): string {
  const all = {
    ...DIRECTIVES,
    'style-src': ownStyle === undefined ? "'self'" : `'self' ${ownStyle}`,
    'connect-src': connectsTo,
    'form-action': formsTo === undefined ? "'self'" : `'self' ${formsTo}`,
  };
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources}`)
    .join('; ');
}
