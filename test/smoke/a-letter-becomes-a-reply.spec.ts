import { has, run, type Tool } from '../../libs/platform/typesetting/test/tools';
import { aHindiLetter, type ReceivedLetter } from '../support/journeys/letter';
import { sentMails } from '../support/demo/mail';
import { useJourneyOffice } from '../support/journeys/office';
import { pagesOf, readsInOrder, stampsOnLastPages } from '../support/journeys/pdf';
import { EVENTS, LETTER, MENDED, MOVEMENTS, noteText, NOTES, REASONS, REPLY, SHEETS } from '../support/journeys/story';
import { type Step, tellStory } from '../support/journeys/steps';
import type { SentenceKey } from '../support/language/words';
import { goTo, lookAgain, openRow, rowOf } from '../support/page/desk';
import {
  aimAt,
  chooseAct,
  decide,
  goToTab,
  moveWithReason,
  sendWithTheKey,
  typeByLetters,
  untilSaved,
  writeNote,
} from '../support/page/file';
import { diarise, untilTheSheetReads, uploadScan, wordsIn, writeReply } from '../support/page-acts/letters';
import { type Person, type PersonOptions, signIn } from '../support/page/person';

/** Each wait within it has its own limit; this one only ends a story that hangs elsewhere. */
const STORY_MS = 900_000;

describe('A letter becomes a reply', () => {
  const office = useJourneyOffice();
  const steps: Step[] = [];
  const step = (name: string, work: Step['work']) => void steps.push({ name, work });
  const stepWith = (tool: Tool, name: string, work: Step['work']) =>
    has(tool) ? step(name, work) : it.skip(`${name} (${tool} is not installed)`, work);
  let letter: ReceivedLetter;
  const people: Person[] = [];
  let clerk: Person;
  let officer: Person;
  let auditor: Person;
  let [diaryNumber = '', fileNumber = '', computerNumber = '']: string[] = [];
  let [signed, noteSheet, wholeFile]: [Buffer, Buffer, Buffer] = [Buffer.of(), Buffer.of(), Buffer.of()];

  const comes = async (username: string, options: PersonOptions = {}, marking?: string): Promise<Person> => {
    const person = await office().person(options);
    people.push(person);
    await signIn(person, username, marking);
    return person;
  };

  step('the registry diarises the scan of a letter and marks it to a desk', async () => {
    letter = await aHindiLetter();
    const registry = await comes('ramesh');
    const { page, t } = registry;
    await page.getByRole('link', { name: t('desk.diarise'), exact: true }).click();
    await uploadScan(registry, letter);
    diaryNumber = await diarise(registry, LETTER);
    await page.getByRole('link', { name: t('registers.diary'), exact: true }).click();
    const line = page.getByRole('row').filter({ hasText: diaryNumber });
    await line.getByText(LETTER.number).waitFor();
    await line.getByText(LETTER.markTo).waitFor();
    const { bytes } = await registry.download(() =>
      page.getByRole('button', { name: t('registers.pdf'), exact: true }).click(),
    );
    await readsInOrder(bytes, [diaryNumber]);
  });

  step('the clerk opens a file by its number head, and the letter lies in it as C/1', async () => {
    clerk = await comes('vinod');
    const { page, t } = clerk;
    await goTo(clerk, 'receipts');
    await openRow(clerk, diaryNumber);
    await clerk.photograph('receipt');
    await page.getByRole('button', { name: t('receipts.openNewFile'), exact: true }).click();
    await page.getByRole('textbox', { name: t('desk.head'), exact: true }).fill('A-11011');
    await page.getByRole('textbox', { name: t('desk.head'), exact: true }).press('Enter');
    await clerk.photograph('new-file');
    await page.getByRole('button', { name: t('desk.openNewFile'), exact: true }).click();
    const created = t('desk.fileCreated', { number: '(.+)', computer: '(.+)' });
    [fileNumber = '', computerNumber = ''] = await wordsIn(page.getByRole('status'), created);
    expect(fileNumber).toMatch(/^A-11011\/\d+\/\d{4}-Estt$/);
    await page.getByRole('region', { name: /^C\/1 · / }).waitFor();
    if (letter.words !== null) await untilTheSheetReads(page, letter.words);
  });

  step('the clerk writes a yellow note, turns it green and sends the file with the key', async () => {
    const { page, t } = clerk;
    await typeByLetters(clerk, 'कृपया C/1 देखें। ');
    await writeNote(clerk, `${noteText(0)}\n${noteText(1)}`);
    await untilSaved(clerk);
    await clerk.photograph('yellow-note');
    await page.getByRole('button', { name: t('note.confirm'), exact: true }).click();
    await page.getByRole('region', { name: t('note.green', { number: 1 }), exact: true }).waitFor();
    await aimAt(clerk, 'AO(EST)');
    await sendWithTheKey(clerk, fileNumber, 'AO(EST)');
  });

  step('Sent says where the file is; while unopened it is pulled back, and sent again', async () => {
    const { page, t } = clerk;
    await goTo(clerk, 'sent');
    const row = rowOf(clerk, fileNumber);
    await row.getByText('AO(EST)').waitFor();
    await row.getByText(t('desk.notYetOpened')).waitFor();
    await row.click();
    await clerk.sees(t('desk.pulledBack', { number: fileNumber }), () =>
      page.getByRole('button', { name: t('fileMove.pull_back'), exact: true }).click(),
    );
    await goTo(clerk, 'inbox');
    await openRow(clerk, fileNumber);
    await page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true }).waitFor();
    await writeNote(clerk, noteText(2));
    await aimAt(clerk, 'AO(EST)');
    await sendWithTheKey(clerk, fileNumber, 'AO(EST)');
  });

  step('the officer finds it unread, refers to C/1 and to a paragraph, decides and returns it', async () => {
    officer = await comes('sunita', {}, 'AO(EST)');
    const { page, t } = officer;
    await goTo(officer, 'inbox');
    await rowOf(officer, fileNumber)
      .getByRole('img', { name: t('desk.unread'), exact: true })
      .waitFor();
    await officer.photograph('inbox');
    await openRow(officer, fileNumber);
    await typeByLetters(officer, 'C/1 के क्रम में N/1¶1 से सहमत। ');
    await writeNote(officer, noteText(3));
    const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
    await composer.locator('[data-reference]', { hasText: 'N/1¶1' }).waitFor();
    expect(await composer.locator('[data-reference]').allTextContents()).toEqual(['C/1', 'N/1¶1']);
    await decide(officer, 'approved');
    await officer.photograph('officers-note');
    await officer.sees(t('file.returnedTo', { number: fileNumber, post: 'HA(EST)' }), () =>
      moveWithReason(officer, 'return', REASONS.back),
    );
  });

  step('a press on a reference turns the sheet; the clerk puts up a draft in reply with its typeset page', async () => {
    const { page, t } = clerk;
    await lookAgain(clerk, 'inbox');
    await openRow(clerk, fileNumber);
    const note = page.getByRole('article', { name: t('note.number', { number: 3 }), exact: true });
    await note.getByText(t('decision.approved')).waitFor();
    const returned = page.getByRole('article', { name: t('note.returnedTo', { post: 'HA(EST)' }), exact: true });
    await returned.getByText(REASONS.back, { exact: true }).waitFor();
    await note.getByRole('button', { name: 'N/1¶1', exact: true }).click();
    await page.locator('#note-1[data-highlighted]').waitFor();
    await page.getByRole('button', { name: t('fileMove.put_up_draft'), exact: true }).click();
    await page.locator(`input[value="${LETTER.number}"]`).waitFor();
    await writeReply(clerk, REPLY);
    await untilTheSheetReads(page, 'पन्द्रह दिन', t('draft.preview'));
    await untilTheSheetReads(page, LETTER.number, t('draft.preview'));
    await clerk.photograph('new-draft');
    await clerk.sees(t('draft.created'), () =>
      page.getByRole('button', { name: t('draft.create'), exact: true }).click(),
    );
    await page.getByRole('link', { name: fileNumber, exact: true }).click();
    await typeByLetters(clerk, 'उत्तर का आलेख DFA ');
    await writeNote(clerk, noteText(4));
    await aimAt(clerk, 'AO(EST)');
    await sendWithTheKey(clerk, fileNumber, 'AO(EST)');
  });

  step('the officer mends the draft, approves it, and the letter is signed and issued', async () => {
    const { page, t } = officer;
    await lookAgain(officer, 'inbox');
    await openRow(officer, fileNumber);
    await goToTab(officer, 'drafts');
    await page.getByRole('main').getByRole('link', { name: LETTER.subject, exact: true }).click();
    await page.getByRole('textbox', { name: t('draft.body'), exact: true }).click();
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(` ${MENDED}`);
    await untilSaved(officer);
    await page.getByText(t('draft.version', { version: 2 }), { exact: true }).waitFor();
    await page.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
    const approving = page.getByRole('dialog', { name: t('draft.approveTitle'), exact: true });
    await officer.sees(t('draft.approved', { version: 2 }), () =>
      approving.getByRole('button', { name: t('draftMove.approve'), exact: true }).click(),
    );
    await officer.photograph('approved');
    await page.getByRole('button', { name: t('draftMove.issue'), exact: true }).click();
    await page.getByRole('button', { name: t('draft.signAndIssue'), exact: true }).click();
    await untilTheSheetReads(page, 'पन्द्रह दिन');
    signed = (
      await officer.download(() => page.getByRole('button', { name: t('dispatch.original'), exact: true }).click())
    ).bytes;
    await readsInOrder(signed, [LETTER.subject, LETTER.number, REPLY.body, MENDED, REPLY.copyTo.name]);
  });

  step('it leaves by mail and by hand, and the mail carries the very bytes that were signed', async () => {
    const { page, t } = officer;
    const recipients = page.getByRole('region', { name: t('dispatch.recipients'), exact: true }).getByRole('listitem');
    await recipients
      .nth(0)
      .getByLabel(t('dispatch.mode'), { exact: true })
      .selectOption({ label: t('dispatchMode.email') });
    await recipients
      .nth(1)
      .getByLabel(t('dispatch.mode'), { exact: true })
      .selectOption({ label: t('dispatchMode.by_hand') });
    await page.getByRole('button', { name: t('dispatch.actCount', { count: 2 }), exact: true }).click();
    for (const index of [0, 1])
      await recipients.nth(index).getByText(t('dispatchState.sent'), { exact: true }).waitFor();
    await officer.photograph('dispatched');
    const mails = sentMails(office().dataFolder).filter(({ attachment }) => attachment.equals(signed));
    expect(mails.map(({ to }) => to)).toEqual([REPLY.email]);
  });

  step('the officer closes the file with a reason, and reopens it with a reason', async () => {
    const { page, t } = officer;
    await lookAgain(officer, 'inbox');
    await openRow(officer, fileNumber);
    await moveWithReason(officer, 'close', REASONS.close);
    await page.getByRole('region', { name: t('file.sendBar'), exact: true }).waitFor({ state: 'hidden' });
    await officer.photograph('closed');
    await moveWithReason(officer, 'reopen', REASONS.reopen);
    await page.getByRole('region', { name: t('file.sendBar'), exact: true }).waitFor();
  });

  step('the auditor finds it by number, computer number and subject, and can change nothing', async () => {
    auditor = await comes('sudhir', { language: 'en' });
    const { page, t } = auditor;
    for (const words of [fileNumber, computerNumber, 'लम्बित प्रकरणों']) {
      await page.getByRole('searchbox', { name: t('keys.search'), exact: true }).fill(words);
      await page.getByRole('searchbox', { name: t('keys.search'), exact: true }).press('Enter');
      await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: words }) }).waitFor();
      await rowOf(auditor, fileNumber).waitFor();
    }
    await openRow(auditor, fileNumber);
    await page.getByRole('article', { name: t('note.number', { number: 4 }), exact: true }).waitFor();
    await page
      .getByRole('list', { name: t('correspondence.contents'), exact: true })
      .getByRole('button', { name: /^C\/2 / })
      .click();
    await page.getByRole('region', { name: /^C\/2 · / }).waitFor();
    const third = page.getByRole('article', { name: t('note.number', { number: 3 }), exact: true });
    await third.getByRole('button', { name: 'C/1', exact: true }).click();
    await page.getByRole('region', { name: /^C\/1 · / }).waitFor();
    await auditor.photograph('auditor');
    expect(await page.getByRole('textbox').count()).toBe(0);
    for (const move of ['forward', 'return', 'close', 'reopen', 'pull_back', 'put_up_draft'] as const)
      expect(await page.getByText(t(`fileMove.${move}`), { exact: true }).count()).toBe(0);
  });

  step('the auditor reads every movement and every event, with its actor and its reason', async () => {
    const { page, t } = auditor;
    await goToTab(auditor, 'movements');
    await page.getByRole('cell', { name: REASONS.reopen }).waitFor();
    const kinds = await page.getByRole('table').getByRole('row').locator('td:nth-child(2)').allTextContents();
    expect(kinds).toEqual(MOVEMENTS.map((kind) => t(`movement.${kind}` as SentenceKey)));
    await goToTab(auditor, 'history');
    for (const reason of Object.values(REASONS)) await page.getByRole('cell', { name: reason }).waitFor();
    const events = await page.getByRole('table').getByRole('row').locator('td:nth-child(3)').allTextContents();
    const seldom = [t('event.note.changed'), t('event.draft.changed')];
    expect(events.filter((event) => !seldom.includes(event))).toEqual(
      EVENTS.map((event) => t(`event.${event}` as SentenceKey)),
    );
    expect(events).toContain(t('event.draft.changed'));
    await auditor.photograph('history');
    const actors = await page.getByRole('table').getByRole('row').locator('td:nth-child(4)').allTextContents();
    expect(actors.filter((actor) => /^(Vinod Gupta.*HA\(EST\)|Sunita Yadav.*AO\(EST\))$/.test(actor))).toEqual(actors);
  });

  step('the auditor reads whom the letter reached', async () => {
    const { page, t } = auditor;
    await goToTab(auditor, 'drafts');
    await page.getByRole('link', { name: t('file.toIssue'), exact: true }).click();
    const recipients = page.getByRole('region', { name: t('dispatch.recipients'), exact: true }).getByRole('listitem');
    for (const mode of ['email', 'by_hand'] as const)
      await recipients
        .filter({ hasText: t(`dispatchMode.${mode}`) })
        .getByText(t('dispatchState.sent'))
        .waitFor();
    expect(await page.getByRole('checkbox').count()).toBe(0);
    await page.goBack();
    await page.getByRole('navigation', { name: t('file.tabs'), exact: true }).waitFor();
  });

  step('the note sheet and the whole file come out as PDFs with the Hindi text in order', async () => {
    const { t } = auditor;
    const fetchPdf = async (what: 'acts.noteSheetPdf' | 'acts.wholeFilePdf') => {
      const { bytes } = await auditor.download(async () => {
        await chooseAct(auditor, t(what));
      });
      return bytes;
    };
    noteSheet = await fetchPdf('acts.noteSheetPdf');
    wholeFile = await fetchPdf('acts.wholeFilePdf');
    // The letter was docketed before the first note.
    const begins = [fileNumber, LETTER.number];
    await readsInOrder(noteSheet, [...begins, ...NOTES.slice(0, -1), REASONS.back, noteText(NOTES.length - 1)]);
    await readsInOrder(wholeFile, [...begins, ...NOTES, REPLY.body, MENDED]);
    const pages = (await pagesOf(letter.pdf)) + (await pagesOf(signed));
    expect(await pagesOf(wholeFile)).toBe(SHEETS + (await pagesOf(noteSheet)) + pages);
    expect(await stampsOnLastPages(wholeFile, pages)).toEqual(Array.from({ length: pages }, () => true));
  });

  stepWith('pdfsig', 'pdfsig finds the signature of the letter valid', () => {
    expect(run('pdfsig', ['FILE'], signed).output).toContain('Signature is Valid');
    return Promise.resolve();
  });

  stepWith('qpdf', 'qpdf finds nothing to complain of', () => {
    for (const pdf of [signed, noteSheet, wholeFile]) expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    return Promise.resolve();
  });

  stepWith('pdftotext', 'pdftotext reads the notes when spaces are left out of account', () => {
    const read = run('pdftotext', ['FILE', '-'], noteSheet).output.normalize('NFC').replace(/\s/g, '');
    for (const note of NOTES) expect(read).toContain(note.replace(/\s/g, ''));
    return Promise.resolve();
  });

  step('nothing went wrong on any page', () => {
    expect(people.flatMap(({ troubles }) => troubles)).toEqual([]);
    return Promise.resolve();
  });

  it(
    'is diarised, noted on, decided, answered, signed, dispatched, audited and printed',
    async () => {
      await tellStory(steps);
    },
    STORY_MS,
  );
});
