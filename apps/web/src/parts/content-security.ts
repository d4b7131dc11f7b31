/** The nonce of this page's answer: a `<style>` element without it is not applied. Empty on a page served without one. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** Tells the libraries that ask nobody what the page's content security policy allows. */
export function obeyContentSecurity(): void {
  Object.assign(globalThis, {
    // get-nonce, through which an open dialog keeps the page behind it from scrolling.
    __webpack_nonce__: styleNonce(),
    // zod would try, for speed, whether it may make code from text.
    __zod_globalConfig: { jitless: true },
  });
}
