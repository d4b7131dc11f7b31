import { createHash } from 'node:crypto';
import {
  type GenuineLetter,
  issueCodeOf,
  type Language,
  PAGE_PATHS,
  printedIssueCode,
  VERIFY_PATH,
} from '@patravali/contract';
import { fill, formatDate } from '@patravali/language';
import { label, messagesOf } from '@patravali/messages';
import { html, Markup } from '../../http/html';
import { GENUINE_STYLE } from './genuine-style';

export interface GenuineOutcome {
  /** As it was typed or scanned; empty while nothing has been asked. */
  readonly code: string;
  readonly letter?: GenuineLetter | undefined;
  readonly hashUnreadable?: boolean | undefined;
  /** Why there is no letter, or nothing to compare it with. */
  readonly refused?: string | undefined;
}

type Words = ReturnType<typeof messagesOf<'genuine-page'>>;

const STYLE = new Markup(`<style>${GENUINE_STYLE}</style>`);

/** Lets the style of the page through the policy. */
export const OWN_STYLE = `'sha256-${createHash('sha256').update(GENUINE_STYLE).digest('base64')}'`;

/** The whole page: it needs no script, and loads nothing but letters that the device lacks. */
export function genuinePage(language: Language, shown: GenuineOutcome): string {
  const words = messagesOf('genuine-page', language);
  const { code, letter, refused } = shown;
  const other = language === 'hi' ? 'en' : 'hi';
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>${words.title} · ${words.name}</title>
        ${STYLE}
      </head>
      <body>
        <main>
          <p class="top">
            <span>${words.name}</span>
            <a href="${addressOf(code, other)}" lang="${other}" hreflang="${other}">${words.otherLanguage}</a>
          </p>
          <h1>${words.title}</h1>
          ${refused === undefined ? null : problem(words, refused, letter === undefined && code !== '')}
          ${letter ? letterFound(language, words, shown, letter) : codeForm(language, words, code)}
        </main>
      </body>
    </html> `;
  return page.text;
}

/** The same page in that language: what was typed is asked again as it was. */
function addressOf(typed: string, language: Language): string {
  const query = new URLSearchParams({ ...(typed === '' ? {} : { code: typed }), lang: language });
  return `${VERIFY_PATH}?${query.toString()}`;
}

const problem = (words: Words, sentence: string, isMissing: boolean): Markup =>
  html`<div class="notice bad" role="alert">
    ${isMissing ? html`<h2>${words.notFound}</h2>` : null}
    <p>${sentence}</p>
  </div>`;

const codeForm = (language: Language, words: Words, code: string): Markup =>
  html`<p>${words.why}</p>
    <form method="get" action="${VERIFY_PATH}">
      <label for="code">${words.code}</label>
      <input
        id="code"
        name="code"
        value="${code}"
        required
        maxlength="100"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-describedby="code-hint"
      />
      <p id="code-hint" class="hint">${words.codeHint}</p>
      <input type="hidden" name="lang" value="${language}" />
      <button>${words.check}</button>
    </form>
    <p><a href="${PAGE_PATHS.verifyBundle}">${words.bundle}</a></p>`;

function letterFound(language: Language, words: Words, shown: GenuineOutcome, letter: GenuineLetter): Markup {
  const date = formatDate('letter', letter.issuedOn, language);
  const facts: readonly (readonly [string, string])[] = [
    [words.office, letter.office[language]],
    [words.form, label(language, 'letterForm', letter.form)],
    [words.number, letter.number],
    [words.date, date],
    [words.signedBy, signedBy(language, words, letter)],
    [words.addressees, letter.addressees.join('; ')],
    [words.code, printedIssueCode(issueCodeOf(shown.code) ?? shown.code)],
  ];
  return html`${letter.specimen ? html`<p class="notice bad">${words.specimen}</p>` : null}
    ${letter.trial ? html`<p class="notice bad">${words.trial}</p>` : null} ${standing(language, words, letter)}
    ${comparison(words, letter)}
    <dl>
      ${facts
        .filter(([, fact]) => fact !== '')
        .map(
          ([name, fact]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${fact}</dd>
            </div>`,
        )}
    </dl>
    ${compareForms(language, words, shown)}
    <p><a href="${VERIFY_PATH}?lang=${language}">${words.another}</a></p>`;
}

/** The names that stand on the letter and in its signatures, and what nobody has asked. */
function signedBy(language: Language, words: Words, { signatures, sealRevocation }: GenuineLetter): string {
  if (signatures.length === 0)
    return sealRevocation === 'not_checked' ? `${words.sealed} (${words.notChecked})` : words.sealed;
  return signatures
    .map(({ name, certificateName, revocation }) => {
      const more = [
        ...(certificateName === null ? [] : [fill(words.certificateName, { name: certificateName }, language)]),
        ...(revocation === 'not_checked' ? [words.notChecked] : []),
      ];
      return more.length === 0 ? name[language] : `${name[language]} (${more.join('; ')})`;
    })
    .join('; ');
}

/** Whether it holds: told first, and in words as well as in colour. */
function standing(language: Language, words: Words, letter: GenuineLetter): Markup {
  if (letter.standing === 'in_force') {
    return html`<div class="notice good" role="status">
      <h2>${words.inForce}</h2>
      <p>${words.compareToo}</p>
    </div>`;
  }
  const date = letter.withdrawnOn === null ? '' : formatDate('letter', letter.withdrawnOn, language);
  const sentence = letter.standing === 'revoked' ? words.revokedOn : words.supersededOn;
  const told = fill(sentence, { date, number: letter.laterNumber ?? '' }, language);
  return html`<div class="notice bad" role="status">
    <h2>${words[letter.standing]}</h2>
    <p>${told}</p>
  </div>`;
}

function comparison(words: Words, { same }: GenuineLetter): Markup | null {
  if (same === null) return null;
  const [title, why] = same ? [words.same, words.sameWhy] : [words.notSame, words.notSameWhy];
  return html`<div class="notice ${same ? 'good' : 'bad'}" role="status">
    <h2>${title}</h2>
    <p>${why}</p>
  </div>`;
}

function compareForms(language: Language, words: Words, { code, hashUnreadable }: GenuineOutcome): Markup {
  const here = `${VERIFY_PATH}/${issueCodeOf(code) ?? ''}`;
  return html`<section aria-labelledby="compare">
    <h2 id="compare">${words.compare}</h2>
    <p>${words.compareWhy}</p>
    <form method="post" enctype="multipart/form-data" action="${here}?lang=${language}">
      <label for="file">${words.file}</label>
      <input id="file" type="file" name="file" accept="application/pdf" required />
      <button>${words.compareFile}</button>
    </form>
    <form method="get" action="${here}">
      <label for="sha256">${words.hash}</label>
      <input
        id="sha256"
        name="sha256"
        required
        maxlength="200"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="hash-hint"
        ${hashUnreadable === true ? html` aria-invalid="true"` : null}
      />
      <p id="hash-hint" class="${hashUnreadable === true ? 'hint wrong' : 'hint'}">
        ${hashUnreadable === true ? words.hashUnreadable : words.hashHint}
      </p>
      <input type="hidden" name="lang" value="${language}" />
      <button>${words.compareHash}</button>
    </form>
  </section>`;
}
