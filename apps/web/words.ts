import type { Plugin } from 'vite';

const STORE = 'virtual:words';
const NAMING = /\b(?:useTranslations|translationsNow)\(([^)]+)\)/g;
const TOPICS = /^\s*'[\w-]+'(?:\s*,\s*'[\w-]+')*,?\s*$/;

/**
 * Who says `useTranslations('bulk')` brings the sentences of that topic along, in the piece of the page in which it lies:
 * before it they are laid into `virtual:words`, where `useTranslations` finds them.
 */
export function words(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    resolveId: (source) => (source === STORE || source.startsWith(`${STORE}/`) ? `\0${source}` : undefined),
    load: (id) => {
      if (id === `\0${STORE}`) return 'export const WORDS = {};';
      const [, topic] = id.split(`\0${STORE}/`);
      if (topic === undefined) return undefined;
      const [en, hi] = ['en', 'hi'].map((language) => `import ${language} from '@messages/${language}/${topic}.json';`);
      return `import { WORDS } from '${STORE}'; ${en} ${hi} WORDS['${topic}'] = { en, hi };`;
    },
    transform(code, id) {
      if (!id.includes('/apps/web/src/') || id.includes('/apps/web/src/language/')) return undefined;
      const named = [...code.matchAll(NAMING)].map(([, names = '']) => names);
      if (named.length === 0) return undefined;
      const unseen = named.find((names) => !TOPICS.test(names));
      if (unseen !== undefined) this.error(`topics are named as texts in quotes, not as ${unseen}`);
      const topics = new Set(named.flatMap((names) => [...names.matchAll(/[\w-]+/g)].map(([topic]) => topic)));
      return { code: [...topics].map((topic) => `import '${STORE}/${topic}';`).join('') + code, map: null };
    },
  };
}
