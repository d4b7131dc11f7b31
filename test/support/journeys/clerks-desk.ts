import type { DocumentView, FileCreated, NumberHead, Page, PostView, ReceiptCreated } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import type { ElementHandle, Locator } from 'playwright-core';
import { aNote } from '../http/clerks';
import { Client } from './client';
import { aTypesetLetter } from './letter';
import type { JourneyOffice } from './office';
import type { Person } from '../page/person';

export type NamedFile = FileCreated & { readonly subject: string };

/** A clerk, whose desk is filled over HTTP so that the page is only there for what is tried. */
export class ClerksDesk {
  private signedIn: Promise<Client> | undefined;

  constructor(private readonly office: () => JourneyOffice) {}

  /** Signs in once: of ten sessions of a person one more ends that of the browser, if it was used longest ago. */
  clerk(): Promise<Client> {
    return (this.signedIn ??= Client.signIn(() => this.office().url, 'vinod'));
  }

  async postNamed(marking: string): Promise<string | undefined> {
    const posts = await (await this.clerk()).ask<Page<PostView>>('listPosts', { query: { limit: '200' } });
    return posts.items.find((post) => post.marking === marking)?.id;
  }

  /** Files of these subjects on the clerk's desk. */
  async files(...subjects: readonly string[]): Promise<NamedFile[]> {
    const client = await this.clerk();
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const made: NamedFile[] = [];
    for (const subject of subjects) {
      const file = await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject } });
      made.push({ ...file, subject });
    }
    return made;
  }

  /** The file goes from the clerk to the officer above under a note, and back, and so on. */
  async sendBackAndForth({ id: fileId }: NamedFile, hops: number, note: object = aNote('परीक्षण कर प्रस्तुत।')) {
    const clerk = await this.clerk();
    const officer = await Client.signIn(() => this.office().url, 'sunita', 'AO(EST)');
    await clerk.ask('addNote', { params: { fileId }, body: note });
    for (let hop = 0; hop < hops; hop++) {
      const [from, to] = hop % 2 === 0 ? [clerk, officer] : [officer, clerk];
      const body = { toPostId: to.postId, confirmNote: hop === 0 };
      await from.ask('forwardFile', { params: { fileId }, body });
    }
  }

  /** A letter that the registry has marked to the clerk. */
  async receipt(subject: string, pdf?: Uint8Array): Promise<ReceiptCreated> {
    return await this.diarised(subject, { forward: { toPostId: await this.postNamed('HA(EST)') } }, pdf);
  }

  /** A letter that the registry has diarised, and marked to nobody unless that is said. */
  async diarised(subject: string, more: object = {}, pdf?: Uint8Array): Promise<ReceiptCreated> {
    const registry = await Client.signIn(() => this.office().url, 'ramesh');
    const bytes = new Uint8Array(pdf ?? (await aTypesetLetter()));
    const document = await registry.upload<DocumentView>('letter.pdf', bytes);
    const body = {
      documentId: document.id,
      subject,
      senderName: 'अग्रणी बैंक प्रबन्धक',
      receivedOn: dayInIndia(new Date()),
      deliveryMode: 'post',
      language: 'hi',
      ...more,
    };
    return await registry.ask<ReceiptCreated>('createReceipt', { body });
  }
}

/** Tabs until the focus stands there. */
export async function tabTo({ page }: Person, place: Locator): Promise<void> {
  const isThere = watching(place, (element) => element === element.ownerDocument.activeElement);
  for (let presses = 0; presses < 80 && !(await isThere()); presses++) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
}

/** What can be done with the chosen row, once the preview knows it. */
export function buttonOfPreview({ page, t }: Person, name: string): Locator {
  return page.getByRole('complementary', { name: t('desk.preview'), exact: true }).getByRole('button', { name });
}

/** Walks down with j to the row that bears the number. */
export async function chooseRow({ page }: Person, number: string): Promise<Locator> {
  const row = page.getByRole('listitem').filter({ has: page.getByText(number, { exact: true }) });
  const isChosen = watching(row, (element) => element.getAttribute('aria-current') === 'true');
  // Down to the end of the list, and up again: after a sending the list begins where one was.
  for (const key of ['j', 'k'])
    for (let steps = 0; steps < 60 && !(await isChosen()); steps++) await page.keyboard.press(key);
  return row;
}

/** So much of the browser's element; these tests are compiled without its types. */
interface ShownElement {
  readonly isConnected: boolean;
  readonly ownerDocument: { readonly activeElement: unknown };
  getAttribute(name: string): string | null;
}

/** Asks the same of a place again and again. It is looked for once, and again when the page has drawn it anew: that is the dear part. */
function watching(place: Locator, ask: (element: ShownElement) => boolean): () => Promise<boolean> {
  let found: ElementHandle<ShownElement> | undefined;
  return async () => {
    if (!(await found?.evaluate((element) => element.isConnected))) {
      await place.waitFor();
      found = await place.elementHandle();
    }
    return (await found?.evaluate(ask)) ?? false;
  };
}

export async function boxOf(place: Locator): Promise<{ x: number; y: number; height: number }> {
  const box = await place.boundingBox();
  if (!box) throw new Error('it cannot be seen');
  return box;
}
