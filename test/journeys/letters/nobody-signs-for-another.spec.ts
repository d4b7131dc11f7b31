import type { DraftChanged, FileCreated, NumberHead, Page, PostView } from '@patravali/contract';
import { written } from '../../../libs/platform/typesetting/test/samples';
import { Client, Refused } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { pickPost } from '../../support/page/desk';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const WORDS = 'प्रगति आख्या एक सप्ताह में उपलब्ध करायें।';

const office = useJourneyOffice();

describe.each(LANGUAGES)('Nobody signs for another, in %s', (language) => {
  const comes = async (username: string, marking?: string): Promise<Person> => {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  };
  const desk = (username: string, marking?: string) => Client.signIn(() => office().url, username, marking);

  /** A letter of the Commissioner, which the section officer has put up. */
  async function putUp(officer: Client, signatoryPostId: string) {
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const cover = { headId: head?.id, subject: 'निर्माण कार्यों की प्रगति' };
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: cover });
    const content = {
      form: 'letter',
      language,
      subject: 'निर्माण कार्यों की प्रगति',
      signatoryPostId,
      addressees: [{ name: 'जिलाधिकारी, मऊ' }],
      body: written(WORDS),
    };
    const { id } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body: { content } });
    return { fileId, id };
  }
  const note = { text: written('अनुमोदनार्थ प्रस्तुत।'), decision: null };
  const forward = (from: Client, fileId: string, to: Client) =>
    from.ask('forwardFile', {
      params: { fileId },
      body: { toPostId: to.postId, note, confirmNote: true, remarks: 'अत्यावश्यक' },
    });

  it(
    'and the letter, the page and the paper say who did what',
    async () => {
      const [section, commissioner, additional] = [
        await desk('sunita', 'AO(EST)'),
        await desk('nandita', 'COMM'),
        await desk('arvind', 'ADDL-COMM(ADM)'),
      ];
      const { fileId, id } = await putUp(section, commissioner.postId);

      const sunita = await comes('sunita', 'AO(EST)');
      const { t } = sunita;
      const button = ({ page }: Person, name: string) => page.getByRole('button', { name, exact: true });
      await sunita.page.goto(`/drafts/${id}`);
      await sunita.page.getByText(t('draft.issuedFrom', { post: 'COMM' }), { exact: true }).waitFor();
      await sunita.sees(t('draft.approved', { version: 1 }), () => button(sunita, t('draftMove.approve')).click());
      await button(sunita, t('draftMove.approve')).waitFor({ state: 'hidden' });
      expect(await button(sunita, t('draftMove.issue')).count()).toBe(0);
      await sunita.photograph(`level-approved-${language}`);
      await expect(section.ask('issueDraft', { params: { draftId: id } })).rejects.toEqual(
        new Refused(403, 'issued-elsewhere'),
      );

      await forward(section, fileId, commissioner);
      const nandita = await comes('nandita');
      await nandita.page.goto(`/drafts/${id}`);
      await button(nandita, t('draftMove.issue')).waitFor();
      await button(nandita, t('draftMove.approve')).click();
      const approving = nandita.page.getByRole('dialog', { name: t('draft.approveTitle'), exact: true });
      await pickPost(nandita, t('draft.mayBeIssuedBy'), 'ADDL-COMM(ADM)');
      await nandita.photograph(`naming-${language}`);
      await approving.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
      await approving.waitFor({ state: 'hidden' });
      await nandita.page
        .getByRole('listitem')
        .filter({ hasText: t('draft.named') })
        .waitFor();
      await nandita.photograph(`named-${language}`);

      await forward(commissioner, fileId, additional);
      const arvind = await comes('arvind');
      await arvind.page.goto(`/drafts/${id}`);
      await button(arvind, t('draftMove.issue')).click();
      await button(arvind, t('draft.signAndIssue')).click();
      await untilTheSheetReads(arvind.page, 'एक सप्ताह');
      const posts = (await section.ask<Page<PostView>>('listPosts', { query: { limit: '100' } })).items;
      const nameOf = (marking: string) => posts.find((post) => post.marking === marking)?.holder?.[language] ?? '?';
      const line = (words: string) => arvind.page.getByRole('listitem').filter({ hasText: words });
      await line(t('dispatch.approvedBy'))
        .filter({ hasText: nameOf('COMM') })
        .waitFor();
      await line(t('dispatch.issuedBy'))
        .filter({ hasText: nameOf('ADDL-COMM(ADM)') })
        .waitFor();
      await arvind.photograph(`issued-${language}`);
      const { bytes } = await arvind.download(() => button(arvind, t('dispatch.original')).click());
      await readsInOrder(bytes, [WORDS, nameOf('ADDL-COMM(ADM)'), `(${nameOf('COMM')})`]);
      expect([sunita, nandita, arvind].flatMap(({ troubles }) => troubles)).toEqual([]);
    },
    JOURNEY_MS,
  );
});
