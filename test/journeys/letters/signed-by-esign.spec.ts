import { has } from '../../../libs/platform/typesetting/test/tools';
import { ESignSite } from '../../support/signing/esign-site';
import { Client } from '../../support/journeys/client';
import { numberedLetter, signersOf } from '../../support/journeys/letters-to-sign';
import { numberOf, trustRoot } from '../../support/journeys/trust';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;

const site = new ESignSite();
const office = useJourneyOffice({ environment: () => site.open() });
afterAll(() => site.close());

/** To the service, which shows its page. */
async function goes({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('signing.eSign'), exact: true }).click();
  await page.getByRole('heading', { name: 'Stand-in eSign Service' }).waitFor();
}

(has('openssl') ? describe : describe.skip)('A letter signed by eSign', () => {
  it.each(LANGUAGES)(
    'is cancelled there, signed there by another, and then by the officer, who comes back to it each time (%s)',
    async (language) => {
      const administrator = await Client.signIn(() => office().url, 'anjali');
      await administrator.ask('setSigningRule', { body: { signedForms: ['do_letter'] } });
      await trustRoot(administrator, site.root);
      const number = await numberOf(office().dataFolder, 'nandita');
      const commissioner = await Client.signIn(() => office().url, 'nandita', 'COMM');
      const { issueId } = await numberedLetter(commissioner);
      const nandita = await office().person({ language });
      await signIn(nandita, 'nandita');
      const { page, t } = nandita;
      await page.goto(`/letters-to-sign/${issueId}`);
      await page.getByText(t('signing.eSignWhy')).waitFor();
      await nandita.photograph(`esign-offered-${language}`);

      for (const [person, button, sentence] of [
        ['Nandita Rao', 'declines', { hi: 'रद्द कर दिया गया', en: 'was cancelled' }],
        ['Somebody Else', 'agrees', { hi: 'Somebody Else के नाम से', en: 'signed for Somebody Else' }],
      ] as const) {
        site.person = person;
        site.number = person === 'Nandita Rao' ? number : undefined;
        await goes(nandita);
        await page.getByRole('button', { name: button }).click();
        await page.waitForURL(new RegExp(`/letters-to-sign/${issueId}$`));
        await page.getByRole('alert').filter({ hasText: sentence[language] }).waitFor();
        await nandita.photograph(`esign-${button}-refused-${language}`);
      }

      site.person = 'Nandita Rao';
      site.number = number;
      await goes(nandita);
      await page.getByRole('button', { name: 'agrees' }).click();
      await page.waitForURL(/\/desk\/to-sign/);
      await page.getByText(t('signing.nothing')).waitFor();
      await nandita.photograph(`esign-signed-${language}`);

      expect(await signersOf(commissioner, issueId)).toEqual([
        `C=IN, O=Patravali Test, CN=Nandita Rao, serialNumber=${number}`,
      ]);
      expect(nandita.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
