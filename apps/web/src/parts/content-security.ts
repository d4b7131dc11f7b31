/** The nonce of this page's answer: a `<style>` element without it is not applied. Empty on a page served without one. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

interface TrustedTypesPolicy {
  createHTML(text: string): string;
  createScriptURL(url: string): string;
}

/** What TypeScript's description of the browser does not know yet; absent in browsers without Trusted Types. */
interface WithTrustedTypes {
  trustedTypes?: { createPolicy(name: 'default', policy: TrustedTypesPolicy): unknown };
}

const WORKER = /^\/assets\/[\w.-]+\.js$/;

/**
 * What the page turns from text into something that could run: the style sheets that the component kit writes, in which
 * there is no element, and the workers that were built with the page. Everything else is refused with a TypeError.
 */
const POLICY: TrustedTypesPolicy = {
  createHTML(text) {
    if (text.includes('<')) throw new TypeError('text does not become markup here');
    return text;
  },
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin || !WORKER.test(pathname)) throw new TypeError(`no script of this page: ${url}`);
    return url;
  },
};

/** Before anything is drawn: says what may pass, and tells the libraries that ask nobody what the policy allows. */
export function obeyContentSecurity(): void {
  (window as WithTrustedTypes).trustedTypes?.createPolicy('default', POLICY);
  Object.assign(globalThis, {
    // get-nonce, through which an open dialog keeps the page behind it from scrolling.
    __webpack_nonce__: styleNonce(),
    // zod would try, for speed, whether it may make code from text.
    __zod_globalConfig: { jitless: true },
  });
}
