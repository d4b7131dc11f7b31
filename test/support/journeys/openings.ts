import type { DraftChanged, DraftIssued } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { aLetter, aNote } from '../http/clerks';
import { ClerksDesk } from './clerks-desk';
import { Client } from './client';
import type { JourneyOffice } from './office';
import { escaped } from '../page/desk';
import type { Person } from '../page/person';
import { rareAct } from '../page/rare-act';
import { untilStill } from '../page/still';

/** What stands ready, so that each menu and dialog can be opened. */
export interface Prepared {
  readonly file: string;
  readonly draft: string;
  readonly approved: string;
  readonly issue: string;
  readonly receipt: string;
  /** A file of the clerk in which a letter lies. */
  readonly filed: string;
}

export interface Opening {
  readonly name: string;
  readonly by: 'sunita' | 'lata' | 'vinod';
  readonly at: (prepared: Prepared) => string;
  readonly open: (person: Person) => Promise<void>;
  readonly shows: 'dialog' | 'menu' | 'radiogroup';
}

type SentenceKey = Parameters<Person['t']>[0];

const press = (key: string) => async (person: Person) => {
  await atWork(person);
  await person.page.keyboard.press(key);
};
/** A button by its name; a key may be printed behind it. */
const push =
  (key: SentenceKey, sign = '') =>
  async (person: Person) => {
    await named(person, `${person.t(key)}${sign}`).click();
  };

/** It stands beside a note that somebody writes. */
const openReferences = async (person: Person) => {
  await press('n')(person);
  await push('note.refer')(person);
};

function named({ page }: Person, name: string): Locator {
  return page.getByRole('button', { name: new RegExp(`^${escaped(name)}$`) }).first();
}

/** The page listens to keys once its heading stands. */
async function atWork({ page }: Person): Promise<void> {
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  await untilStill(page);
}

const SHEETS = ({ file }: Prepared) => `/files/${file}`;
const DETAILS = ({ file }: Prepared) => `/files/${file}?tab=details`;
const ISSUE = ({ issue }: Prepared) => `/issues/${issue}`;
const RECEIPT = ({ receipt }: Prepared) => `/receipts/${receipt}`;
const INBOX = () => '/desk/inbox';

export const OPENINGS: readonly Opening[] = [
  ...[
    { name: 'user-menu', at: INBOX, open: openUserMenu, shows: 'menu' as const },
    { name: 'keys', at: SHEETS, open: press('Shift+?'), shows: 'dialog' as const },
    { name: 'palette', at: INBOX, open: press('Control+k'), shows: 'dialog' as const },
    { name: 'palette-hits', at: INBOX, open: palette('A-', 'page.files'), shows: 'dialog' as const },
    { name: 'palette-none', at: INBOX, open: palette('क्ष क्ष क्ष', 'page.nothingFound'), shows: 'dialog' as const },
    { name: 'forward-from-desk', at: INBOX, open: pressOnPreview('f'), shows: 'dialog' as const },
    { name: 'return', at: SHEETS, open: push('acts.putUpAgain'), shows: 'dialog' as const },
    { name: 'close', at: SHEETS, open: press('x'), shows: 'dialog' as const },
    { name: 'regrade', at: SHEETS, open: press('Shift+G'), shows: 'dialog' as const },
    { name: 'correct-cover', at: DETAILS, open: push('fileMove.correct_cover'), shows: 'dialog' as const },
    { name: 'other-post', at: SHEETS, open: press('f'), shows: 'dialog' as const },
    { name: 'send-options', at: SHEETS, open: openSendOptions, shows: 'dialog' as const },
    { name: 'acts', at: SHEETS, open: push('acts.menu', ' ▾'), shows: 'menu' as const },
    { name: 'palette-on-a-file', at: SHEETS, open: palette('', 'acts.group.write'), shows: 'dialog' as const },
    { name: 'reference-menu', at: SHEETS, open: openReferences, shows: 'menu' as const },
    { name: 'phrases-menu', at: SHEETS, open: push('note.phrases'), shows: 'dialog' as const },
    { name: 'add-phrase', at: () => '/phrases', open: addPhrase, shows: 'dialog' as const },
    { name: 'approve', at: ({ draft }: Prepared) => `/drafts/${draft}`, open: press('a'), shows: 'dialog' as const },
    {
      name: 'draft-acts',
      at: ({ draft }: Prepared) => `/drafts/${draft}`,
      open: push('page.otherActs'),
      shows: 'menu' as const,
    },
    {
      name: 'cancel-draft',
      at: ({ draft }: Prepared) => `/drafts/${draft}`,
      open: (person: Person) => rareAct(person, 'draft.cancel'),
      shows: 'dialog' as const,
    },
    {
      name: 'issue',
      at: ({ approved }: Prepared) => `/drafts/${approved}`,
      open: push('draftMove.issue'),
      shows: 'dialog' as const,
    },
    { name: 'evidence-bundle', at: ISSUE, open: push('pdfs.bundle', '…'), shows: 'dialog' as const },
    { name: 'confirm-address', at: ISSUE, open: push('dispatch.confirmAddress'), shows: 'dialog' as const },
  ].map((opening) => ({ ...opening, by: 'sunita' as const })),
  { name: 'follow', by: 'lata', at: ISSUE, open: push('dispatch.follow'), shows: 'dialog' },
  {
    name: 'not-to-be-sent',
    by: 'lata',
    at: ISSUE,
    shows: 'dialog',
    open: async (person) => await named(person, person.t('dispatch.markNotToBeSent', { count: 1 })).click(),
  },
  { name: 'correct-receipt', by: 'vinod', at: RECEIPT, open: press('e'), shows: 'dialog' },
  { name: 'forward-receipt', by: 'vinod', at: () => '/desk/receipts', open: pressOnPreview('f'), shows: 'dialog' },
  {
    name: 'put-in-file',
    by: 'vinod',
    at: RECEIPT,
    shows: 'radiogroup',
    open: press('p'),
  },
  { name: 'other-files', by: 'vinod', at: ({ filed }) => `/files/${filed}`, open: press('g'), shows: 'dialog' },
  { name: 'viewer-menu', by: 'vinod', at: ({ filed }) => `/files/${filed}`, open: push('viewer.more'), shows: 'menu' },
  { name: 'letter-menu', by: 'vinod', at: ({ filed }) => `/files/${filed}`, open: openLetterMenu, shows: 'menu' },
  {
    name: 'detach',
    by: 'vinod',
    at: ({ filed }: Prepared) => `/files/${filed}`,
    shows: 'dialog',
    open: async (person) => {
      await openLetterMenu(person);
      await person.page.getByRole('menuitem', { name: person.t('correspondence.detach'), exact: true }).click();
    },
  },
];

async function openLetterMenu({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: new RegExp(escaped(t('correspondence.flagOf', { serial: 1 }))) }).click();
}

async function addPhrase({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: t('phrases.addTo', { list: t('phrases.mine') }), exact: true }).click();
}

async function openUserMenu({ page }: Person): Promise<void> {
  await page.getByRole('banner').locator('button[aria-haspopup="menu"]').click();
}

function palette(typed: string, shown: SentenceKey) {
  return async (person: Person): Promise<void> => {
    await press('Control+k')(person);
    await person.page.getByRole('dialog').locator('input:focus').waitFor();
    await person.page.keyboard.insertText(typed);
    await person.page.getByRole('listbox').getByText(person.t(shown), { exact: true }).waitFor();
  };
}

function pressOnPreview(key: string) {
  return async (person: Person): Promise<void> => {
    const { page, t } = person;
    const preview = page.getByRole('complementary', { name: t('desk.preview'), exact: true });
    await preview.getByRole('button', { name: t('fileMove.forward') }).waitFor();
    await page.keyboard.press(key);
  };
}

async function openSendOptions({ page, t }: Person): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`${escaped(t('file.sendOptions'))}$`) }).click();
}

/** A file that the clerk put up to the officer; drafts on it, and a letter of it that is partly sent; a letter that came in. */
export async function preparedForOpenings(office: () => JourneyOffice): Promise<Prepared> {
  const desk = new ClerksDesk(office);
  const [file] = await desk.files('विद्यालयों का निरीक्षण');
  if (!file) throw new Error('no file was made');
  const clerk = await desk.clerk();
  const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
  const params = { fileId: file.id };
  await clerk.ask('addNote', { params, body: aNote('अनुमोदनार्थ प्रस्तुत।') });
  await clerk.ask('forwardFile', { params, body: { toPostId: officer.postId, confirmNote: true } });
  const addressees = [{ name: 'निरीक्षक', email: 'inspector@example.in' }, { name: 'प्रधानाचार्य' }];
  const content = { ...aLetter(officer.postId), addressees };
  const putUp = async () => {
    const { id } = await officer.ask<DraftChanged>('createDraft', { params, body: { content } });
    return { draftId: id };
  };
  const [toIssue, approved, draft] = [await putUp(), await putUp(), await putUp()];
  for (const one of [toIssue, approved]) await officer.ask('approveDraft', { params: one, body: { draftVersion: 1 } });
  const { issueId } = await officer.ask<DraftIssued>('issueDraft', { params: toIssue });
  const dispatcher = await Client.signIn(() => office().url, 'lata');
  const dispatches = [{ recipient: 0, mode: 'by_hand' }];
  await dispatcher.ask('dispatchIssue', { params: { issueId }, body: { dispatches } });
  const { id: receipt } = await desk.receipt('खाते का सत्यापन');
  const [filed] = await desk.files('ऋण सत्यापन');
  const { id: letter } = await desk.receipt('ऋण सत्यापन');
  await clerk.ask('putReceiptInFile', { params: { receiptId: letter }, body: { fileId: filed?.id } });
  return {
    file: file.id,
    draft: draft.draftId,
    approved: approved.draftId,
    issue: issueId,
    receipt,
    filed: filed?.id ?? '',
  };
}
