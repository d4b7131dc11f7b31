import { createHash } from 'node:crypto';
import type { Language } from '@patravali/contract';
import { messagesOf } from '@patravali/messages';
import { DEVANAGARI_FONTS, PAGE_FONTS } from './built-page';

/** Read before anybody has signed in, perhaps without JavaScript: so in both languages, and by itself. */
export function notFoundPage(): { readonly html: string; readonly ownStyle: string } {
  const title = LANGUAGES.map((language) => messagesOf('not-found-page', language).name).join(' · ');
  const html = `<!doctype html>
<html lang="hi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${LANGUAGES.map(sectionIn).join('\n')}
</main>
</body>
</html>
`;
  return { html, ownStyle: `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'` };
}

const LANGUAGES: readonly Language[] = ['hi', 'en'];

const STYLE = `
${DEVANAGARI_FONTS}:root { --ground: #f4f7f5; --ink: #1b211e; --link: #1c5a86 }
@media (prefers-color-scheme: dark) { :root { --ground: #101513; --ink: #e6ece8; --link: #8cc0e8 } }
body { background: var(--ground); color: var(--ink); margin: 0;
  font: 16px/1.5 ${PAGE_FONTS} }
main { margin: 0 auto; max-width: 560px; padding: 10vh 24px }
h1 { font-size: 22px; margin: 40px 0 8px }
a { color: var(--link); margin-right: 24px }
`;

function sectionIn(language: Language): string {
  const { title, why, toDesk, signIn } = messagesOf('not-found-page', language);
  return `<section lang="${language}">
<h1>${title}</h1>
<p>${why}</p>
<p><a href="/">${toDesk}</a> <a href="/sign-in">${signIn}</a></p>
</section>`;
}
