import fc from 'fast-check';
import type { Person } from '../page/person';

const RUN = 'window.ran=1,alert(1)';
const PIECES = [
  `<img src=x:trap onerror="${RUN}">`,
  `<script>${RUN}</script>`,
  `<svg onload="${RUN}"><script>${RUN}</script></svg>`,
  `<iframe srcdoc="<script>${RUN}</script>"></iframe>`,
  `<a href="javascript:${RUN}">क</a>`,
  `<p style="background:url(/trap)">ख`,
  `<math><mtext></form><form><mglyph><style></math><img src=/trap onerror="${RUN}">`,
  `<!--><img src=/trap onerror=${RUN}>-->`,
  `<noscript><p title="</noscript><img src=/trap onerror='${RUN}'>">`,
  `<template><script>${RUN}</script></template>`,
  `<style>@import "/trap";</style>`,
  `<link rel=stylesheet href=/trap>`,
  `<base href="//trap.example/">`,
  `<meta http-equiv=refresh content="0;url=/trap">`,
  `<span data-reference data-to='{"kind":"correspondence","page":"<img src=/trap>"}' data-label="x">x</span>`,
  `<p data-pm-slice="9 9 []">`,
  `<video src=/trap autoplay onerror="${RUN}"></video>`,
  `<object data=/trap></object>`,
  `<embed src=/trap>`,
  `<table><tr><td colspan=99999 rowspan=99999>`,
  '<ul><li>',
  '<ol type="i"><li>',
  '<blockquote>',
  '<table><tr><td>',
  '</table>',
  '</ul>',
  '<p style="mso-list:l0 level9 lfo1">',
  '<b>',
  'सड़क ',
  '&lt;script&gt;',
  '\u0000',
  '<'.repeat(50),
  '<details open ontoggle="',
  `" onfocus="${RUN}" autofocus tabindex=1>`,
  `<input autofocus onfocus="${RUN}">`,
  '<div>'.repeat(400),
];
const HOSTILE = fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 12 });

/** Pastes as a browser does when a program has left this on the clipboard. */
export async function paste({ page }: Person, html: string, plain = ''): Promise<void> {
  const script = `(([html, plain]) => {
    const data = new DataTransfer();
    data.setData('text/html', html);
    data.setData('text/plain', plain);
    const at = document.querySelector('[contenteditable=true]');
    at.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  })(${JSON.stringify([html, plain])})`;
  await page.evaluate(script);
}

/** Pastes so many hostile texts at the place where one writes; nothing of them may run, or ask for anything. */
export async function pasteHostile(person: Person, times: number): Promise<void> {
  const { page } = person;
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const hostile = fc.sample(HOSTILE, { numRuns: times, seed: 9 });
  for (let from = 0; from < hostile.length; from += 100) {
    for (const html of hostile.slice(from, from + 100).map((pieces) => pieces.join(''))) await paste(person, html, 'x');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Delete');
  }
  expect(
    await page.evaluate(
      'window.ran === undefined && document.querySelectorAll("[onerror], iframe[srcdoc], .tiptap img, .tiptap script").length === 0',
    ),
  ).toBe(true);
  const { origin } = new URL(page.url());
  expect(asked.filter((address) => !address.startsWith(origin))).toEqual([]);
  expect(asked.filter((address) => address.includes('trap'))).toEqual([]);
  expect(person.troubles.filter((trouble) => trouble.startsWith('dialog'))).toEqual([]);
}
