import { readFile } from 'node:fs/promises';
import type { Plugin } from 'vite';

const STORE = 'virtual:words';
const NAMING = /\b(?:useTranslations|translationsNow)\(([^)]+)\)/g;
const ACTS = /\/(?:en|hi)\/acts\.json$/;
const TOPICS = /^\s*'[\w-]+'(?:\s*,\s*'[\w-]+')*,?\s*$/;

/**
 * Who says `useTranslations('bulk')` brings the sentences of that topic along, in the piece of the page in which it lies:
 * before it they are laid into `virtual:words`, where `useTranslations` finds them.
 *
 * `acts.json` has the name of each act beside that of the event which it leaves. The messages of all pages take of it the acts;
 * the events come with what tells of them.
 */
export function words(): Plugin {
  return {
    name: 'words',
    enforce: 'pre',
    async resolveId(source, importer = '') {
      if (source === STORE || source.startsWith(`${STORE}/`)) return `\0${source}`;
      if (!ACTS.test(source) || !importer.includes('/language/messages-')) return undefined;
      const file = await this.resolve(source, importer, { skipSelf: true });
      return file && `\0${STORE}:${file.id}`;
    },
    load: async (id) => {
      if (id.startsWith(`\0${STORE}:`)) return await actsAlone(id.slice(`\0${STORE}:`.length));
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

/** What may be done, of the names in this file, without what was done. */
async function actsAlone(file: string): Promise<string> {
  const names = JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
  return JSON.stringify(Object.fromEntries(Object.entries(names).filter(([name]) => !name.startsWith('event.'))));
}
