import type { DraftChanged, DraftIssued, FileCreated, NumberHead, Page } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import hi from '../../../libs/office/messages/src/hi/outward.json';
import en from '../../../libs/office/messages/src/en/outward.json';
import { aLetter } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { goTo, openRow, pickPost } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const COLLECTOR = 'जिलाधिकारी';
const [FIRST, SECOND, REASON] = ['RU123456785IN', 'EU123456785IN', 'प्रेषिती का कार्यालय स्थानान्तरित'] as const;
const WORDS = { hi, en };

const office = useJourneyOffice();

describe.each(LANGUAGES)('A registered letter that came back is sent again, in %s', (language) => {
  const words = WORDS[language];

  async function anIssuedLetter() {
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const file = await officer.ask<FileCreated>('createFile', {
      body: { headId: head?.id, subject: 'भूमि का नामान्तरण' },
    });
    const content = aLetter(officer.postId);
    const draft = await officer.ask<DraftChanged>('createDraft', { params: { fileId: file.id }, body: { content } });
    const params = { draftId: draft.id };
    await officer.ask('approveDraft', { params, body: { draftVersion: 1 } });
    return await officer.ask<DraftIssued>('issueDraft', { params });
  }

  const addressee = ({ page, t }: Person): Locator =>
    page
      .getByRole('region', { name: t('dispatch.recipients'), exact: true })
      .getByRole('listitem')
      .filter({ hasText: COLLECTOR });
  const dispatch = async (person: Person, mode: 'registered_post' | 'speed_post', tracking: string, rupees: string) => {
    const { page, t } = person;
    const field = (name: string) => addressee(person).getByLabel(name, { exact: true });
    await field(t('dispatch.mode')).selectOption({ label: t(`dispatchMode.${mode}`) });
    await field(t('dispatch.trackingNumber')).fill(tracking);
    await field(words['outward.postage']).fill(rupees);
    await person.sees(t('dispatch.done', { count: 1 }), () =>
      page.getByRole('button', { name: t('dispatch.actCount', { count: 1 }), exact: true }).click(),
    );
  };

  it(
    'from the list of what does not get on, under the next number, and the register shows both',
    async () => {
      const letter = await anIssuedLetter();
      const dispatcher = await office().person({ language });
      await signIn(dispatcher, 'lata');
      const { page, t } = dispatcher;
      await goTo(dispatcher, 'to-dispatch');
      await openRow(dispatcher, letter.number);
      await dispatch(dispatcher, 'registered_post', FIRST, '42.00');
      await addressee(dispatcher).getByText(`${letter.number} (1)`).waitFor();

      await addressee(dispatcher)
        .getByRole('button', { name: t('dispatch.follow'), exact: true })
        .click();
      const following = page.getByRole('dialog', { name: t('dispatch.followTitle'), exact: true });
      await following
        .getByLabel(t('dispatch.outcome'), { exact: true })
        .selectOption({ label: t('dispatchState.returned') });
      await following.getByRole('textbox', { name: t('file.reason'), exact: true }).fill(REASON);
      await dispatcher.photograph(`came-back-${language}`);
      await dispatcher.sees(t('dispatch.followed', { name: COLLECTOR }), () =>
        following.getByRole('button', { name: t('dispatch.save'), exact: true }).click(),
      );

      await goTo(dispatcher, 'stuck');
      await page.getByText(words['outward.stuck.returned'], { exact: true }).first().waitFor();
      await page.getByText(REASON).first().waitFor();
      await dispatcher.photograph(`stuck-${language}`);
      await openRow(dispatcher, letter.number);
      await dispatch(dispatcher, 'speed_post', SECOND, '41.30');
      await addressee(dispatcher).getByText(`${letter.number} (2)`).waitFor();
      for (const told of [FIRST, SECOND, REASON, '₹ 41.30'])
        await addressee(dispatcher).getByText(told).first().waitFor();
      await dispatcher.photograph(`sent-again-${language}`);
      await goTo(dispatcher, 'stuck');
      await page.getByText(letter.number, { exact: true }).first().waitFor({ state: 'hidden' });

      await page.goto('/registers/dispatch');
      await page.getByRole('row').filter({ hasText: letter.number }).waitFor();
      await dispatcher.photograph(`register-${language}`);
      const { bytes } = await dispatcher.download(() => page.getByRole('button', { name: 'CSV', exact: true }).click());
      const lines = Buffer.from(bytes)
        .toString('utf8')
        .split('\r\n')
        .filter((line) => line.startsWith(letter.number));
      expect(lines).toHaveLength(2);
      for (const [index, tracking] of [FIRST, SECOND].entries()) expect(lines[index]).toContain(tracking);
      expect(dispatcher.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'and one for a post of the office lies on its desk at once, with a diary number and the letter itself',
    async () => {
      const letter = await anIssuedLetter();
      const dispatcher = await office().person({ language });
      await signIn(dispatcher, 'lata');
      const { page, t } = dispatcher;
      await goTo(dispatcher, 'to-dispatch');
      await openRow(dispatcher, letter.number);
      const mode = addressee(dispatcher).getByLabel(t('dispatch.mode'), { exact: true });
      await mode.selectOption({ label: t('dispatchMode.within_office') });
      await pickPost(dispatcher, words['outward.toPost'], 'SA(EST)');
      await dispatcher.photograph(`to-a-post-${language}`);
      await dispatcher.sees(t('dispatch.done', { count: 1 }), () =>
        page.getByRole('button', { name: t('dispatch.actCount', { count: 1 }), exact: true }).click(),
      );
      const arrived = addressee(dispatcher).getByText(
        words['outward.arrivedAt'].replace('{post}', 'SA(EST)').split('{')[0] ?? '',
      );
      await arrived.waitFor();
      await page.getByRole('button', { name: words['outward.envelopes'] }).click();
      await dispatcher.photograph(`envelopes-${language}`);
      const { bytes } = await dispatcher.download(() =>
        page.getByRole('menuitem', { name: words['outward.size.dl'], exact: true }).click(),
      );
      expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');

      const receiver = await office().person({ language });
      await signIn(receiver, 'pooja');
      await goTo(receiver, 'receipts');
      const row = receiver.page.getByRole('main').getByRole('button').filter({ hasText: 'सड़क की मरम्मत' }).first();
      await row.click();
      await receiver.photograph(`on-the-desk-${language}`);
      await row.dblclick();
      await receiver.page.waitForURL(/\/receipts\//);
      await receiver.page.getByText(letter.number).first().waitFor();
      await receiver.photograph(`receipt-${language}`);
      expect([...dispatcher.troubles, ...receiver.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
