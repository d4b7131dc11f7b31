import { fill, type MessageParams } from '@patravali/language';
import { readVerifierKey } from '@patravali/verifier';
import { aBundle, type BundleFiles, DOCUMENT, list, zipOf, zipOfFiles } from '../../../libs/verifier/test/a-bundle';
import { aBundleAfterLostKey } from '../../../libs/verifier/test/a-bundle-after-loss';
import { aListedBundleInPart } from '../../../libs/verifier/test/a-bundle-in-part';
import { cosignature, makeKey, sha256 } from '../../../libs/verifier/test/a-log';
import { Looker } from '../../support/page/axe';
import {
  comeToVerifyBundle,
  dropOnPage,
  type Keys,
  toldAsInNode,
  VERIFY_WORDS,
} from '../../support/page/bundle-in-browser';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';

const JOURNEY_MS = 600_000;
const PHONE = { width: 390, height: 844 };
/** What a script of the page gets when it asks the office for something. */
const ASK_THE_OFFICE = "fetch('/health/live').then(() => 'answered', () => 'stopped')";

const [key, later, stranger, witness] = [makeKey(), makeKey(), makeKey(), makeKey('witness.example.in', 4)];
const DOCUMENT_PATH = `documents/${sha256(DOCUMENT).toString('hex')}.pdf`;

function bundle(change: (files: BundleFiles) => void = () => undefined): Buffer {
  const files = aBundle([key, later]);
  files.set('certificate.pdf', Buffer.from('%PDF-1.7 a certificate'));
  list(files, key.vkey);
  change(files);
  return zipOfFiles(files);
}

/** The same bundle with the signature of a witness under each checkpoint. */
function cosigned(files: BundleFiles): void {
  for (const [path, bytes] of files) {
    if (!path.endsWith('.tlog-proof')) continue;
    const note = bytes.toString().slice(bytes.indexOf('\n\n') + 2);
    const text = note.slice(0, note.indexOf('\n\n') + 1);
    files.set(path, Buffer.from(`${bytes.toString()}${cosignature(witness, text, 1_790_000_000)}`));
  }
  list(files, key.vkey);
}

function oneByteChanged(path: string): (files: BundleFiles) => void {
  return (files) => {
    const bytes = Buffer.from(files.get(path) ?? '');
    bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
    files.set(path, bytes);
  };
}

describe.each(LANGUAGES)('A stranger verifies an evidence bundle, in %s', (language) => {
  const office = useJourneyOffice();
  const say = (name: keyof (typeof VERIFY_WORDS)['en'], params: MessageParams = {}) =>
    fill(VERIFY_WORDS[language][name], params, language);

  it(
    'without anything being sent, and is told the first thing that is wrong',
    async () => {
      const person = await office().person({ language });
      const { page, context, troubles } = person;
      const looker = await Looker.of(person);
      const worker = await comeToVerifyBundle(person);
      await looker.look('verify-bundle');

      // From here on there is no network, and whatever is asked for is noted.
      const asked: string[] = [];
      context.on('request', (request) => asked.push(request.url()));
      await context.setOffline(true);

      const told = (name: string, bytes: Buffer, keys?: Keys) => toldAsInNode(person, name, bytes, keys);
      const choose = async (name: string, bytes: Buffer) => {
        const file = { name, mimeType: 'application/zip', buffer: bytes };
        await page.getByLabel(say('verifyBundle.file'), { exact: true }).setInputFiles(file);
      };

      const right = bundle();
      const button = page.getByRole('button', { name: say('verifyBundle.choose'), exact: true });
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), button.press('Enter')]);
      await chooser.setFiles({ name: 'evidence.zip', mimeType: 'application/zip', buffer: right });
      await told('evidence.zip', right);
      await looker.look('verify-bundle-right');
      if (language === LANGUAGES[0]) await looker.lookInTheDark('verify-bundle-right');
      const { bytes } = await person.download(() =>
        page.getByRole('button', { name: say('verifyBundle.saveOne', { file: DOCUMENT_PATH }), exact: true }).click(),
      );
      expect(bytes.equals(DOCUMENT)).toBe(true);
      await page.getByText(say('verifyBundle.unproven')).waitFor();

      const changed = bundle(oneByteChanged(DOCUMENT_PATH));
      await choose('changed.zip', changed);
      await told('changed.zip', changed);
      expect(await page.getByRole('button', { name: say('verifyBundle.save') }).count()).toBe(0);
      await looker.look('verify-bundle-wrong');
      if (language === LANGUAGES[0]) await looker.lookInTheDark('verify-bundle-wrong');

      const [event = ''] = [...aBundle([key]).keys()].filter((path) => path.startsWith('events/'));
      const dropped = bundle((files) => {
        oneByteChanged(event)(files);
        list(files, key.vkey);
      });
      await dropOnPage(person, 'dropped.zip', dropped);
      await told('dropped.zip', dropped);

      const hostile: readonly (readonly [string, Buffer])[] = [
        ['bomb.zip', zipOf([{ path: 'manifest.json', bytes: Buffer.alloc(50_000_000), unpacked: 1_000 }])],
        ['twice.zip', zipOf([1, 2].map(() => ({ path: 'manifest.json', bytes: DOCUMENT })))],
        ['counts.zip', zipOf([{ path: 'manifest.json', bytes: DOCUMENT }], { count: 65_534 })],
        ['cut.zip', right.subarray(0, right.length - 1)],
        ['no.zip', DOCUMENT],
        ['empty.zip', Buffer.alloc(0)],
      ];
      for (const [name, zip] of hostile) {
        await choose(name, zip);
        await told(name, zip);
      }

      for (const declared of [2, 1]) {
        const inPart = zipOfFiles(aListedBundleInPart(key, (_, { documents }) => documents.splice(declared)));
        await choose('rti.zip', inPart);
        await told('rti.zip', inPart);
      }

      await page.getByText(say('verifyBundle.more'), { exact: true }).click();
      const [keyField, witnessField] = [
        page.getByRole('textbox', { name: say('verifyBundle.key') }),
        page.getByRole('textbox', { name: say('verifyBundle.witnesses') }),
      ];
      const again = page.getByRole('button', { name: say('verifyBundle.again'), exact: true });
      const read = (vkey: string) => [readVerifierKey(vkey)].filter((found) => found !== undefined);
      const withWitness = bundle(cosigned);
      await choose('witnessed.zip', withWitness);
      await told('witnessed.zip', withWitness);
      await keyField.fill('no key');
      await again.click();
      await page.getByText(say('verifyBundle.keyUnreadable'), { exact: true }).waitFor();
      for (const [given, by] of [
        [stranger, witness],
        [key, stranger],
        [key, witness],
      ] as const) {
        await keyField.fill(` ${given.vkey}`);
        await witnessField.fill(`${by.vkey}\n`);
        await again.click();
        await told('witnessed.zip', withWitness, { key: read(given.vkey)[0], witnesses: read(by.vkey) });
      }
      await witnessField.fill('');
      const lostKey = zipOfFiles(aBundleAfterLostKey([key, later]));
      await keyField.fill('');
      await choose('lost-key.zip', lostKey);
      const [title] = await told('lost-key.zip', lostKey);
      expect(title).toContain({ hi: 'कार्यालय ने कुछ खोया है', en: 'the office has lost something' }[language]);
      for (const after of [[], read(later.vkey)]) {
        await keyField.fill([key.vkey, ...after.map(({ text }) => text)].join(' '));
        await again.click();
        await told('lost-key.zip', lostKey, { key: read(key.vkey)[0], laterKeys: after, witnesses: [] });
      }
      await looker.look('verify-bundle-keys');
      await witnessField.fill('no key');
      await keyField.press('Enter');
      await page.getByText(say('verifyBundle.witnessUnreadable'), { exact: true }).waitFor();

      await page.setViewportSize(PHONE);
      await looker.look('verify-bundle-phone');

      expect(asked.filter((url) => !url.startsWith('blob:'))).toEqual([]);
      expect(looker.found).toEqual([]);
      expect(troubles).toEqual([]);

      await context.setOffline(false);
      const published = page.getByRole('link', { name: say('verifyBundle.published'), exact: true });
      const keys = await context.request.get((await published.getAttribute('href')) ?? '');
      expect(readVerifierKey((await keys.text()).split('\n')[0] ?? '')?.kind).toBe(1);

      // Nor could it have been sent: the policy stops whatever a script of this page asks for.
      expect([await page.evaluate(ASK_THE_OFFICE), await worker.evaluate(ASK_THE_OFFICE)]).toEqual([
        'stopped',
        'stopped',
      ]);
    },
    JOURNEY_MS,
  );
});
