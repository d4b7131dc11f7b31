import type { DraftChanged, FileCreated, IssueView, Named, NumberHead, Page } from '@patravali/contract';
import { written } from '../../libs/platform/typesetting/test/samples';
import { has, run } from '../../libs/platform/typesetting/test/tools';
import { ESignSite } from '../support/esign-site';
import { Client } from '../support/journey-client';
import { useJourneyOffice } from '../support/journey-office';
import { type Person, signIn } from '../support/page-person';

const JOURNEY_MS = 600_000;
const SUBJECT = 'निर्माण कार्यों की प्रगति';

const site = new ESignSite();
const office = useJourneyOffice({ environment: () => site.open() });
afterAll(() => site.close());

/** A letter of the Commissioner that has its number. @returns the id of its entry. */
async function numbered(commissioner: Client): Promise<string> {
  const [head] = (await commissioner.ask<Page<NumberHead>>('listNumberHeads')).items;
  const { id: fileId } = await commissioner.ask<FileCreated>('createFile', {
    body: { headId: head?.id, subject: SUBJECT },
  });
  const content = {
    ...{ form: 'do_letter', language: 'hi', subject: SUBJECT, signatoryPostId: commissioner.postId },
    ...{ body: written('प्रगति आख्या एक सप्ताह में उपलब्ध करायें।') },
    addressees: [{ name: 'श्री अ. ब. स.', designation: 'जिलाधिकारी, मऊ' }],
  };
  const { id } = await commissioner.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } });
  const params = { draftId: id };
  await commissioner.ask('approveDraft', { params, body: { draftVersion: 1 } });
  return (await commissioner.ask<{ issueId: string }>('numberDraft', { params })).issueId;
}

/** To the service, which shows its page. */
async function goes({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('signing.eSign'), exact: true }).click();
  await page.getByRole('heading', { name: 'Stand-in eSign Service' }).waitFor();
}

describe('A letter signed by eSign', () => {
  it.each(['hi', 'en'] as const)(
    'is cancelled there, signed there by another, and then by the officer, who comes back to it each time (%s)',
    async (language) => {
      const administrator = await Client.signIn(() => office().url, 'anjali');
      await administrator.ask('setSigningRule', { body: { signedForms: ['do_letter'] } });
      const commissioner = await Client.signIn(() => office().url, 'nandita', 'COMM');
      const issueId = await numbered(commissioner);
      const nandita = await office().person({ language });
      await signIn(nandita, 'nandita');
      const { page, t } = nandita;
      await page.goto(`/letters-to-sign/${issueId}`);
      await page.getByText(t('signing.eSignWhy')).waitFor();
      await nandita.photograph(`esign-offered-${language}`);

      for (const [person, button, sentence] of [
        ['Nandita Sen', 'declines', { hi: 'रद्द कर दिया गया', en: 'was cancelled' }],
        ['Somebody Else', 'agrees', { hi: 'Somebody Else के नाम से', en: 'signed for Somebody Else' }],
      ] as const) {
        site.person = person;
        await goes(nandita);
        await page.getByRole('button', { name: button }).click();
        await page.waitForURL(new RegExp(`/letters-to-sign/${issueId}$`));
        await page.getByRole('alert').filter({ hasText: sentence[language] }).waitFor();
        await nandita.photograph(`esign-${button}-refused-${language}`);
      }

      site.person = 'Nandita Sen';
      await goes(nandita);
      await page.getByRole('button', { name: 'agrees' }).click();
      await page.waitForURL(/\/desk\/to-sign/);
      await page.getByText(t('signing.nothing')).waitFor();
      await nandita.photograph(`esign-signed-${language}`);

      const issue = await commissioner.ask<Named<IssueView>>('getIssue', { params: { issueId } });
      expect(issue.signatures.map(({ certificate }) => certificate.subject)).toEqual([
        'C=IN, O=Patravali Test, CN=Nandita Sen',
      ]);
      const bytes = await commissioner.pdf('downloadDocument', { documentId: issue.documentId });
      if (has('pdfsig')) expect(run('pdfsig', ['-nocert', 'FILE'], bytes).output).toContain('Signature is Valid');
      expect(nandita.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
