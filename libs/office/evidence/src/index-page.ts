import { type Bilingual, type Language, LANGUAGES, type Marked, markingIn, type PostRef } from '@patravali/contract';
import { fill, formatInstant, type MessageParams } from '@patravali/language';
import { label, type MessageKey, messagesOf } from '@patravali/messages';

interface Person {
  readonly name: Bilingual;
  readonly post: Marked & Pick<PostRef, 'designation'>;
}

export interface IndexedEvent {
  readonly path: string;
  readonly name: string;
  readonly at: string;
  /** Null: the office by itself. */
  readonly who: Person | null;
  readonly reason: string | null;
}

export interface IndexedLetter {
  /** `C/3–5` */
  readonly pages: string;
  /** Who, what number, about what. */
  readonly words: string;
  readonly path: string;
}

/** A copy for RTI. */
export interface IndexedCopy {
  /** `C/3–5`, or which enclosure of that letter: sender and subject may be what is exempt. */
  readonly place: Bilingual;
  /** The hash of the document that is left out. */
  readonly original: string;
  /** What is left out: page, clause and how many passages. */
  readonly clauses: readonly string[];
  readonly path: string;
}

export interface IndexedFile {
  readonly number: string;
  /** Null where it is left out. */
  readonly subject: string | null;
  readonly letters: readonly IndexedLetter[];
  readonly copies: readonly IndexedCopy[];
}

export interface IndexData {
  readonly office: Bilingual;
  readonly files: readonly IndexedFile[];
  /** Of the letter that the bundle is about; null for the file. */
  readonly letterNumber: string | null;
  readonly madeAt: string;
  readonly madeBy: Person;
  /** Where this office lets strangers verify a bundle; null where its address is of no use to anybody else. */
  readonly verifiedAt: string | null;
  /** The first key of the log. */
  readonly log: string;
  /** What lies in the bundle before this page. */
  readonly paths: readonly string[];
  readonly events: readonly IndexedEvent[];
  /** What the log says to be lost of these files. */
  readonly losses: readonly { readonly at: string; readonly reason: string; readonly events: number }[];
  /** How many events are there by their hash alone, and letters not at all; null where everything is there. */
  readonly leftOut: { readonly events: number; readonly letters: number } | null;
}

type Word = MessageKey<'evidence'>;

const WORDED = {
  'whole-file.pdf': 'wholeFile',
  'whole-files/': 'wholeFiles',
  'documents/': 'documents',
  'letters/': 'letters',
  'events/': 'events',
  'entries/': 'entries',
  'proofs/': 'proofs',
  'rows/': 'rows',
  'naming/': 'naming',
  'keys/': 'keys',
  'lost/': 'lostEntries',
  'losses/': 'lossEntries',
} as const satisfies Readonly<Record<string, Word>>;
const LISTED = Object.keys(WORDED) as (keyof typeof WORDED)[];

/** One page of HTML without scripts, that asks nobody for anything: Hindi first, then English, and one table of what happened. */
export function indexPage(data: IndexData): string {
  const events = data.events.map(({ path, name, at, who, reason }) => [
    both((language) => formatInstant('screen', at, language)),
    both((language) => label(language, 'event', name)),
    who ? both((language) => personIn(language, who)) : '',
    text(reason ?? ''),
    link(path),
  ]);
  return `<!doctype html>
<html lang="hi">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${text(data.files.map(({ number }) => number).join(', '))}</title>
<style>${STYLE}</style>
</head>
<body>
${LANGUAGES.map((language) => introduction(data, language)).join('\n')}
${data.leftOut ? copies(data.files, data.leftOut) : letters(data.files)}
${heading('eventsTitle')}
<p>${inBoth(data.leftOut ? 'eventsInPart' : 'eventsNote')}</p>
${table(['when', 'what', 'who', 'reason', 'where'], events)}
</body>
</html>
`;
}

const STYLE = `body { font-family: 'Noto Sans Devanagari', 'Noto Sans', sans-serif; line-height: 1.5; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
table { border-collapse: collapse; width: 100% } td, th { border: 1px solid #999; padding: .3rem .5rem; text-align: left; vertical-align: top }
code, td:last-child { overflow-wrap: anywhere } code { white-space: pre-wrap }`;

/** Under the number of its file, where there are several. */
const underNumber = (lines: string, number: string, files: readonly IndexedFile[]): string =>
  files.length === 1 ? lines : `<h3>${text(number)}</h3>\n${lines}`;

function letters(files: readonly IndexedFile[]): string {
  const tables = files.map(({ number, letters: given }) => {
    const rows = given.map(({ pages, words, path }) => [text(pages), text(words), link(path)]);
    return underNumber(table(['pages', 'letter', 'where'], rows), number, files);
  });
  return `${heading('lettersTitle')}\n${tables.join('\n')}`;
}

function copies(files: readonly IndexedFile[], leftOut: NonNullable<IndexData['leftOut']>): string {
  const tables = files.map(({ number, copies: given }) => {
    const rows = given.map(({ place, clauses, original, path }) => [
      both((language) => place[language]),
      clauses.map(text).join('<br>'),
      `<code>${text(original)}</code>`,
      link(path),
    ]);
    return underNumber(table(['pages', 'clauses', 'original', 'where'], rows), number, files);
  });
  const counts = { letters: String(leftOut.letters), events: String(leftOut.events) };
  return `${heading('leftOutTitle')}
<p>${inBoth('leftOutWhy')}</p>
${tables.join('\n')}
<p>${inBoth('leftOutLetters', counts)}</p>
<p>${inBoth('leftOutEvents', counts)}</p>`;
}

function introduction(data: IndexData, language: Language): string {
  const words = messagesOf('evidence', language);
  const { madeAt, madeBy, office, files: given, letterNumber, log, paths, leftOut, verifiedAt } = data;
  const about = given.map(({ number, subject }) => {
    const what = subject === null ? '' : `${text(words.subject)}: ${text(subject)}<br>`;
    return `${text(words.fileNumber)}: ${text(number)}<br>${what}`;
  });
  const explained = leftOut
    ? words[given.length > 1 ? 'explainedInPartFiles' : 'explainedInPart']
    : words[given.length > 1 ? 'explainedFiles' : 'explained'];
  const letter = letterNumber === null ? '' : `${text(words.aboutLetter)}: ${text(letterNumber)}<br>`;
  const lost = data.losses.map(({ at, reason, events }) => {
    const said = { count: events, at: formatInstant('screen', at, language), reason };
    return `<p><strong>${text(fill(words.lost, said, language))}</strong></p>\n`;
  });
  const made = { at: formatInstant('screen', madeAt, language), by: personIn(language, madeBy) };
  const files = [
    ...LISTED.filter((name) => paths.some((path) => path.startsWith(name))).map((name) =>
      line(name, words[leftOut && name === 'documents/' ? 'copies' : WORDED[name]]),
    ),
    line('certificate-hi.pdf, certificate-en.pdf', words.certificate),
    line('hashes.txt', words.hashes),
    line('manifest.json', words.manifest),
  ];
  return `<section lang="${language}">
<h1>${text(words.title)}</h1>
<p>${text(office[language])}<br>${about.join('')}${letter}
${text(fill(words.made, made, language))}</p>
${lost.join('')}<p>${text(explained)}</p>
<h2>${text(words.howTitle)}</h2>
<p>${text(words.how)}</p>
<p><code>node patravali-verify.mjs --key log.key bundle.zip</code></p>
<p>${text(words[leftOut ? 'comparedInPart' : 'compared'])}</p>
${verifiedAt === null ? '' : `<p>${text(words.howHere)}<br><a href="${text(verifiedAt)}">${text(verifiedAt)}</a></p>\n`}<p>${text(words.key)}<br><code>${text(log)}</code></p>
<h2>${text(words.contents)}</h2>
<ul>
${files.join('\n')}
</ul>
</section>`;
}

const line = (path: string, words: string): string => `<li><code>${path}</code>: ${text(words)}</li>`;

const heading = (word: Word): string => `<h2>${inBoth(word)}</h2>`;

function table(headings: readonly Word[], rows: readonly (readonly string[])[]): string {
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('\n');
  return `<table>
<thead><tr>${headings.map((word) => `<th scope="col">${inBoth(word)}</th>`).join('')}</tr></thead>
<tbody>
${body}
</tbody>
</table>`;
}

const inBoth = (word: Word, params: MessageParams = {}): string =>
  both((language) => fill(messagesOf('evidence', language)[word], params, language));
const personIn = (language: Language, { name, post }: Person): string =>
  `${name[language]}, ${post.designation[language]}, ${markingIn(post, language)}`;

function both(words: (language: Language) => string): string {
  const [hindi, english] = [words('hi'), words('en')];
  if (hindi === english) return text(hindi);
  return `${text(hindi)}<br><span lang="en">${text(english)}</span>`;
}

const link = (path: string): string => `<a href="${path}">${path}</a>`;

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const text = (words: string): string => words.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
