import type { Actor } from '@patravali/authorization';
import {
  CreateReceipt as CreateReceiptRequest,
  type DraftContent,
  type FileState,
  ParkFile as ParkFileRequest,
  type ReceiptView,
  type SearchKind,
  type StructuredText,
  type Unnamed,
} from '@patravali/contract';
import { PutReceiptInFile } from '@patravali/correspondence';
import { CreateReceipt, ForwardReceipt, ReceiptViewQuery } from '@patravali/dak';
import { IssueViewQuery } from '@patravali/dispatch';
import { ReadDocumentText } from '@patravali/documents';
import { CreateDraft, DraftViewQuery } from '@patravali/drafts';
import { AttachFile, CloseFile, CreateFile, FileViewQuery } from '@patravali/files';
import { ForwardFile, ParkFile } from '@patravali/movement';
import { ListNotes } from '@patravali/notes';
import { TextIndex } from '@patravali/search';
import type { TestOffice } from '../office/office';
import type { Marking } from '../office/rows';
import { writeIssue } from '../papers/written-letters';
import { type Draw } from '../run/drawing';

/** Words of which none is found by another. */
export const WORDS = [
  'नलकूप', 'पेंशन', 'वेतन', 'सड़क', 'विद्यालय', 'बाढ़', 'चिकित्सालय', 'मुकदमा', 'वृक्षारोपण', 'छात्रवृत्ति', 'tender', 'audit',
] as const; // prettier-ignore
const HOLDERS = ['ASO', 'SO', 'US', 'DS', 'CLERK', 'OTHER'] as const satisfies readonly Marking[];
const SIGNATORIES = ['SO', 'US', 'DS', 'OTHER'] as const satisfies readonly Marking[];
export const SEARCHED = ['note', 'receipt', 'draft', 'issue', 'scan'] as const satisfies readonly SearchKind[];

/** Of two senders neither is found by the other. */
export const SENDERS = ['रामदीन', 'हरिप्रसाद'] as const;
/** On this day some letters were issued; all else is written today. */
export const EARLIER = '2026-01-05';

/** By what a search is narrowed to it. */
interface Narrowed {
  /** The post that wrote, diarised or issued it; that somebody holds. */
  readonly postId: string;
  /** Null of what has none. */
  readonly day: string | null;
  readonly sender: string | null;
  /** Where it lies now, as its page shows it; null where that page does not say so. */
  readonly there: { readonly holder: string | null; readonly state: FileState } | null;
}

/** What is found, as it was written: each with its kind, its id and its words. */
export interface Written extends Narrowed {
  readonly kind: (typeof SEARCHED)[number] | 'person' | 'post' | 'file';
  readonly id: string;
  readonly words: readonly string[];
}

/** What was written, before somebody reads it; where it lies, the page says. */
type Item = Omit<Written, 'kind' | 'there'>;

/** An office in which drawn hands write drawn words, and what each of its people reads there, one thing after the other. */
export class SearchedOffice {
  private readonly files: string[] = [];
  private readonly receipts: (Item & { readonly documentId: string })[] = [];
  private readonly drafts: (Item & { readonly fileId: string })[] = [];
  private readonly issues: (Item & { readonly fileId: string })[] = [];
  private readonly opened = new Map<string, Item>();
  private readonly scanned = new Map<string, string[]>();
  private serial = 0;

  constructor(
    private readonly office: TestOffice,
    private readonly draw: Draw,
    private readonly today: string,
  ) {}

  /** So many files and letters, each of which goes through a few hands. */
  async write(files: number, letters: number): Promise<void> {
    for (let at = 0; at < files; at++) await this.writeFile(at);
    for (const by of SIGNATORIES) await this.writeClosed(by);
    for (let at = 0; at < letters; at++) await this.writeReceipt(at);
    await this.office.get(TextIndex).indexAll();
  }

  /** What somebody reads, thing by thing, as its page shows it. */
  async readBy(actor: Actor): Promise<Written[]> {
    const read: Written[] = [];
    const places = new Map<string, NonNullable<Written['there']>>();
    for (const fileId of this.files) {
      const view = await this.office.get(FileViewQuery).execute(actor, fileId).catch(nothing);
      const opened = this.opened.get(fileId);
      if (view && opened) {
        places.set(fileId, { holder: view.holder, state: view.state });
        read.push({ ...opened, kind: 'file', there: places.get(fileId) ?? null });
      }
      const sheet = await this.office.get(ListNotes).execute(actor, fileId, { limit: 200 }).catch(nothing);
      for (const { id, text, author } of sheet?.items ?? [])
        read.push({
          ...this.writtenToday(author.post),
          kind: 'note',
          id,
          words: wordsOf(JSON.stringify(text)),
          there: places.get(fileId) ?? null,
        });
    }
    for (const draft of this.drafts)
      if (await this.office.get(DraftViewQuery).execute(actor, draft.id).catch(nothing))
        read.push({ ...draft, kind: 'draft', there: places.get(draft.fileId) ?? null });
    for (const issue of this.issues)
      if (await this.office.get(IssueViewQuery).execute(actor, issue.id).catch(nothing))
        read.push({ ...issue, kind: 'issue', there: places.get(issue.fileId) ?? null });
    for (const { documentId, ...receipt } of this.receipts) {
      const view = await this.office.get(ReceiptViewQuery).execute(actor, receipt.id).catch(nothing);
      if (!view) continue;
      const there = placeOf(view, places);
      read.push({ ...receipt, kind: 'receipt', there });
      const scan = this.scanned.get(documentId);
      const text = await this.office.get(ReadDocumentText).execute(actor, documentId, { after: 0 }).catch(nothing);
      if (scan && text) read.push({ ...receipt, kind: 'scan', id: documentId, words: scan, there });
    }
    return read;
  }

  private writtenToday(postId: string): Omit<Narrowed, 'there'> {
    return { postId, day: this.today, sender: null };
  }

  private async writeFile(at: number): Promise<void> {
    const { draw } = this;
    const isIssued = at % 4 === 1;
    let by: Marking = draw(isIssued ? SIGNATORIES : HOLDERS);
    const isOfficer = by !== 'ASO' && by !== 'CLERK';
    const grading = isOfficer && at % 5 === 0 ? 'confidential' : 'normal';
    const fileId = await this.open(by, grading);
    if (isIssued) await this.writeIssue(by, fileId);
    for (let hop = 0; hop < 1 + (at % 4); hop++) {
      if (hop === at % 3) await this.writeDraft(by, fileId);
      by = await this.sentOn(by, fileId);
    }
    await this.setAside(at, by, fileId);
  }

  private async open(by: Marking, grading: 'normal' | 'confidential'): Promise<string> {
    const { office } = this;
    const words = this.words();
    const request = { headId: office.headId, subject: words.join(' '), grading, urgency: 'ordinary' } as const;
    const { id } = await office.get(CreateFile).execute(office.at(by), request);
    this.files.push(id);
    this.opened.set(id, { ...this.writtenToday(office.at(by).postId), id, words });
    return id;
  }

  /** A file with a note on its sheet, which is closed. */
  private async writeClosed(by: Marking): Promise<void> {
    const { office } = this;
    const [holder, fileId] = [office.at(by), await this.open(by, 'normal')];
    const note = { text: textOf(this.words().join(' ')), decision: null };
    await office
      .get(ForwardFile)
      .execute(holder, fileId, {
        toPostId: office.at('DS').postId,
        action: 'put_up',
        note,
        confirmNote: true,
        remarks: 'शीघ्रता हेतु',
      })
      .catch(nothing);
    for (const closer of [holder, office.at('DS')])
      await office.get(CloseFile).execute(closer, fileId, { reason: 'कार्य पूर्ण', confirmNote: false }).catch(nothing);
  }

  /** Some are parked, or put into another; what is refused stays on the desk. */
  private async setAside(at: number, by: Marking, fileId: string): Promise<void> {
    const { office } = this;
    const actor = office.at(by);
    if (at % 12 === 2) {
      await office.rows('UPDATE file_custody SET opened_at = office_now() WHERE file_id = $1', [fileId]);
      await office
        .get(ParkFile)
        .execute(actor, fileId, ParkFileRequest.parse({ event: 'reply_received' }))
        .catch(nothing);
    }
    if (at % 6 === 4)
      for (const mainFileId of this.files.filter((other) => other !== fileId))
        if (await office.get(AttachFile).execute(actor, fileId, { mainFileId }).catch(nothing)) return;
  }

  /** Who has the file after it was sent on: some ways are refused, such as past a post that was left out. */
  private async sentOn(from: Marking, fileId: string): Promise<Marking> {
    const { office } = this;
    const to = this.draw(HOLDERS.filter((each) => each !== from));
    const note = { text: textOf(this.words().join(' ')), decision: null };
    const request = {
      toPostId: office.at(to).postId,
      action: 'put_up',
      note,
      confirmNote: true,
      remarks: 'शीघ्रता हेतु',
    } as const;
    return (await office.get(ForwardFile).execute(office.at(from), fileId, request).catch(nothing)) ? to : from;
  }

  private async writeDraft(by: Marking, fileId: string): Promise<void> {
    const { office } = this;
    const words = this.words();
    const content: DraftContent = {
      form: 'letter',
      language: 'hi',
      subject: 'विषय',
      reference: null,
      addressees: [{ name: 'श्री वर्मा', designation: 'अधिकारी', address: 'बलिया' }],
      salutation: null,
      body: textOf(words.join(' ')),
      enclosures: [],
      copyTo: [],
      signatoryPostId: office.at('US').postId,
    };
    const made = await office
      .get(CreateDraft)
      .execute(office.at(by), fileId, { content, replyToReceiptId: null })
      .catch(nothing);
    if (made) this.drafts.push({ ...this.writtenToday(office.at(by).postId), id: made.id, words, fileId });
  }

  private async writeIssue(by: Marking, fileId: string): Promise<void> {
    const { office } = this;
    const words = this.words();
    const number = `${++this.serial}/ISSUED`;
    const subject = words.join(' ');
    const isEarlier = this.serial % 2 === 0;
    const at = isEarlier ? `${EARLIER}T12:00:00+05:30` : undefined;
    const signatory = office.at(by);
    await writeIssue(office, { fileId, by: signatory, signatory, served: 0, number, subject, ...(at && { at }) });
    const [issue] = await office.rows<{ id: string }>('SELECT id FROM issue WHERE number = $1', [number]);
    const written = this.writtenToday(signatory.postId);
    this.issues.push({ ...written, ...(isEarlier && { day: EARLIER }), id: issue?.id ?? '', words, fileId });
  }

  private async writeReceipt(at: number): Promise<void> {
    const { office, draw } = this;
    const [words, scan] = [this.words(), this.words()];
    let by: Marking = draw(['ASO', 'SO', 'DISPATCH', 'CLERK']);
    const documentId = await office.newDocument(office.at(by));
    const sender = SENDERS[at % 2] ?? null;
    const letter = {
      documentId,
      subject: words.join(' '),
      senderName: `श्री ${sender}`,
      receivedOn: '2020-01-20',
      deliveryMode: 'post',
      language: 'hi',
      grading: at % 6 === 0 ? 'confidential' : 'normal',
    };
    const { id } = await office.get(CreateReceipt).execute(office.at(by), CreateReceiptRequest.parse(letter));
    this.receipts.push({ ...this.writtenToday(office.at(by).postId), sender, id, documentId, words });
    if (at % 3 !== 0) await this.writeScan(documentId, scan);
    for (let hop = 0; hop < at % 4; hop++) {
      const to = draw(HOLDERS.filter((each) => each !== by));
      const copyToPostIds =
        hop === 1 ? [office.at(draw(HOLDERS.filter((each) => each !== to && each !== by))).postId] : [];
      const onward = { toPostId: office.at(to).postId, action: 'for_necessary_action', copyToPostIds } as const;
      if (await office.get(ForwardReceipt).execute(office.at(by), id, onward).catch(nothing)) by = to;
    }
    if (at % 2 === 0) {
      for (const fileId of this.files.slice(-12)) {
        const put = office.get(PutReceiptInFile).execute(office.at(by), id, { fileId, flag: null });
        if (await put.catch(nothing)) break;
      }
    }
  }

  private async writeScan(documentId: string, words: string[]): Promise<void> {
    const line = words.map((text, at) => ({ text, left: 50 * at, top: 50, width: 40, height: 10 }));
    await this.office.rows(
      `INSERT INTO document_text (organisation_id, document_id, state, scans) VALUES ($1, $2, 'running', '{1}')
       ON CONFLICT (document_id) DO UPDATE SET state = 'running', scans = '{1}'`,
      [this.office.id, documentId],
    );
    await this.office.rows(
      `INSERT INTO page_text (organisation_id, document_id, page, language, lines, engine) VALUES ($1, $2, 1, 'hi', $3, 'e')`,
      [this.office.id, documentId, JSON.stringify([line])],
    );
    await this.office.rows(`UPDATE document_text SET state = 'done' WHERE document_id = $1`, [documentId]);
    this.scanned.set(documentId, words);
  }

  private words(): string[] {
    return [...new Set([this.draw(WORDS), this.draw(WORDS), this.draw(WORDS), this.draw(WORDS)])];
  }
}

const nothing = () => null;

/** Of a letter in a file, where the file lies, if its page names the file. */
function placeOf(
  { state, holder, file }: Pick<Unnamed<ReceiptView>, 'state' | 'holder' | 'file'>,
  places: ReadonlyMap<string, NonNullable<Written['there']>>,
): Written['there'] {
  if (state === 'in_file') return (file && places.get(file.id)) ?? null;
  return { holder, state: state === 'closed' ? 'closed' : 'on_desk' };
}

const wordsOf = (text: string): string[] => WORDS.filter((word) => text.includes(word));
const textOf = (text: string): StructuredText => ({ version: 1, paragraphs: [{ children: [{ type: 'text', text }] }] });
