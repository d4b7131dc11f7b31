interface ScriptPolicy {
  createScriptURL(url: string): string;
}

/** What TypeScript's description of the browser does not know yet: Trusted Types. Browsers without them need none. */
interface WithTrustedTypes {
  trustedTypes?: {
    createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy;
  };
}

const RULES: ScriptPolicy = {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, location.href);
    if (origin !== location.origin || !/^\/assets\/[\w.-]+\.js$/.test(pathname)) {
      throw new TypeError('Only a script that was built with the page becomes a worker');
    }
    return url;
  },
};

const policy = (window as WithTrustedTypes).trustedTypes?.createPolicy('patravali', RULES) ?? RULES;

/**
 * The address of a worker, in the form in which the content security policy lets it pass. The server names this policy,
 * `patravali`, in its header.
 * @throws TypeError for an address outside the built page.
 */
export function ownScript(url: string): string {
  return policy.createScriptURL(url);
}
