import { Authority } from '../../../libs/platform/signatures/test/authority';
import { Client } from '../../support/journeys/client';
import { numberedLetter, signersOf } from '../../support/journeys/letters-to-sign';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { chooseRow } from '../../support/journeys/clerks-desk';
import { numberOf, trustRoot } from '../../support/journeys/trust';
import { goTo } from '../../support/page/desk';
import { signIn } from '../../support/page/person';
import { describeWithSoftToken, SoftToken } from '../../support/signing/soft-token';

const JOURNEY_MS = 600_000;

describeWithSoftToken('Letters signed together with a PKCS#11 token', () => {
  const office = useJourneyOffice();

  it.each(LANGUAGES)(
    'are saved in one file, signed in the token, and brought back in one: one bad signature refuses its letter alone (%s)',
    async (language) => {
      const authority = new Authority();
      const number = await numberOf(office().dataFolder, 'nandita');
      const token = new SoftToken(authority, 'Nandita Sen', number);
      const administrator = await Client.signIn(() => office().url, 'anjali');
      await trustRoot(administrator, authority.pem);
      await administrator.ask('setSigningRule', { body: { signedForms: ['do_letter'] } });
      const commissioner = await Client.signIn(() => office().url, 'nandita', 'COMM');
      const certificates = Buffer.from(token.certificate).toString('base64');
      await commissioner.ask('addTokenKey', { body: { certificates } });
      const [first, second] = [await numberedLetter(commissioner), await numberedLetter(commissioner)];

      const nandita = await office().person({ language });
      await signIn(nandita, 'nandita');
      const { page, t } = nandita;
      await goTo(nandita, 'to-sign');
      await chooseRow(nandita, first.number);
      await page.keyboard.press('x');
      await page.keyboard.press('Shift+J');
      await page.getByText(t('bulk.letters.selected', { count: 2 }), { exact: true }).waitFor();
      await page.keyboard.press('s');
      const signing = page.getByRole('dialog', { name: t('signing.signTitle', { count: 2 }), exact: true });
      await signing.getByText(t('signing.tokensWhy')).waitFor();
      const { name, bytes } = await nandita.download(() =>
        signing.getByRole('button', { name: t('signing.prepare'), exact: true }).click(),
      );
      expect(name).toBe('to-sign.txt');
      const lines = bytes
        .toString()
        .trim()
        .split('\r\n')
        .slice(1)
        .map((line) => line.split('\t'));
      const signed = lines.map(([digest = '', toSign = '', letter = '']) =>
        // The second letter gets the signature of another text.
        [digest, token.sign(letter === second.number ? certificates : toSign), letter].join('\t'),
      );
      expect(signed).toHaveLength(2);
      await signing
        .locator('input[type=file]')
        .setInputFiles({ name: 'signed.txt', mimeType: 'text/plain', buffer: Buffer.from(signed.join('\n')) });
      await signing.getByText(t('signing.signaturesFound', { found: 2, of: 2 })).waitFor();
      await nandita.photograph(`token-together-${language}`);
      await signing.getByRole('button', { name: t('signing.sign'), exact: true }).click();
      await signing.waitFor({ state: 'detached' });
      await page
        .getByRole('heading', { level: 3, name: t('bulk.letters.notDone', { count: 1 }), exact: true })
        .waitFor();
      await nandita.photograph(`token-together-refused-${language}`);

      expect(await signersOf(commissioner, first.issueId)).toEqual([
        `C=IN, O=Patravali Test, CN=Nandita Sen, serialNumber=${number}`,
      ]);
      const waits = await commissioner.ask<{ isYourTurn: boolean }>('getLetterToSign', {
        params: { letterId: second.issueId },
      });
      expect(waits.isYourTurn).toBe(true);
      await commissioner.ask('cancelDraft', { params: { draftId: second.id }, body: { reason: 'परीक्षण' } });
      expect(nandita.troubles).toEqual([]);
      token.close();
      authority.close();
    },
    JOURNEY_MS,
  );
});
