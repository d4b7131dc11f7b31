import fc from 'fast-check';

/** The mark that a script leaves which runs: nothing else writes it. */
export const BROKEN_IN = 'brokenIn';

const SCRIPT = `window.${BROKEN_IN}=1;alert(1)`;
const TAGS = [
  'img',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'video',
  'audio',
  'body',
  'details',
  'input',
  'marquee',
  'style',
  'script',
  'template',
  'noscript',
  'form',
  'a',
  'table',
  'td',
  'p',
  'span',
  'o:p',
  'x-element',
  'base',
  'meta',
  'link',
];
const HANDLERS = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'ontoggle',
  'onmouseover',
  'onpointerenter',
  'onanimationstart',
];
const ADDRESSES = [
  `javascript:${SCRIPT}`,
  `JaVaScRiPt:${SCRIPT}`,
  `java\tscript:${SCRIPT}`,
  `&#106;avascript:${SCRIPT}`,
  `data:text/html,<script>${SCRIPT}</script>`,
  `vbscript:${SCRIPT}`,
  'x',
  '//example.invalid/x.js',
  'about:srcdoc',
];
/** What ends the place that the text may have been put into: an attribute, a comment, a script, a style. */
const WAYS_OUT = [
  `"'>`,
  `'">`,
  '-->',
  '</script>',
  '</style>',
  '</title>',
  '</textarea>',
  ']]>',
  '`',
  '\\',
  '</math></svg>',
  '',
];
const TEMPLATES = [
  `{{constructor.constructor('${SCRIPT}')()}}`,
  `\${${SCRIPT}}`,
  `<%= ${SCRIPT} %>`,
  `#{${SCRIPT}}`,
  `[[${SCRIPT}]]`,
  `{"__proto__":{"innerHTML":"<img src=x onerror=${SCRIPT}>"}}`,
  `$(${SCRIPT})`,
  `\u202e${SCRIPT}\u202c`,
];
const KEPT = ['पत्रावली', 'C/1', 'N/1¶2', '&lt;b&gt;', '\u200d', '\ufeff', 'क्ष', '<', '>', '&', '"', "'"];

const attribute = fc.oneof(
  fc
    .tuple(fc.constantFrom(...HANDLERS), fc.constantFrom('=', ' = ', '/=', '=\t'))
    .map(([name, sign]) => `${name}${sign}"${SCRIPT}"`),
  fc
    .tuple(
      fc.constantFrom('src', 'href', 'xlink:href', 'action', 'formaction', 'srcdoc', 'data'),
      fc.constantFrom(...ADDRESSES),
    )
    .map(([name, to]) => `${name}="${to}"`),
  fc.constantFrom(
    'autofocus tabindex=1',
    'style="background:url(javascript:1)"',
    'contenteditable',
    'is=x-element',
    'id=__proto__',
  ),
);
const element = fc
  .tuple(
    fc.constantFrom(...TAGS),
    fc.array(attribute, { maxLength: 3 }),
    fc.constantFrom(SCRIPT, '<img src=x onerror=alert(1)>', '', 'text'),
    fc.boolean(),
  )
  .map(
    ([tag, attributes, within, closed]) => `<${[tag, ...attributes].join(' ')}>${within}${closed ? `</${tag}>` : ''}`,
  );

/** Text in one line that would run as a script wherever it were taken for markup. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: element },
      { weight: 1, arbitrary: fc.constantFrom(...WAYS_OUT, ...TEMPLATES, ...KEPT) },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '' && text.isWellFormed());

/** So many of them, the same for the same seed. */
export function hostileWords(count: number, seed: number, longest = 1_000): string[] {
  return fc.sample(
    hostile.map((text) => text.slice(0, longest).trim()).filter((text) => text !== '' && text.isWellFormed()),
    { numRuns: count, seed },
  );
}
