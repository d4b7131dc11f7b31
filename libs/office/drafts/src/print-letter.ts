import { Inject, Injectable } from '@nestjs/common';
import type { DraftContent } from '@patravali/contract';
import { OBJECT_STORE, type ObjectStore, type Sha256 } from '@patravali/storage';
import { PRESS, type Press } from '@patravali/typesetting';
import { PDFDocument } from 'pdf-lib';
import { type Issuing, letterData, type LetterFrame } from './letter-frame';
import { OfficeKey } from './office-key';
import en from './signature-words.en.json';
import hi from './signature-words.hi.json';

export interface PrintedLetter {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
}

/** Sets letters, signs them with the key of the office and stores them. */
@Injectable()
export class PrintLetter {
  constructor(
    @Inject(PRESS) private readonly press: Press,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly key: OfficeKey,
  ) {}

  /** Without number, date and signature, marked as a draft; kept nowhere. */
  preview(content: DraftContent, frame: LetterFrame): Promise<Uint8Array> {
    return this.press.letter(letterData(content, frame));
  }

  /**
   * The bytes are stored, read back and verified when it answers.
   * @throws Refusal `signing-not-configured`, `press-unavailable`, `store-unavailable`.
   */
  async issue(content: DraftContent, frame: LetterFrame, issuing: Issuing): Promise<PrintedLetter> {
    const key = await this.key.get();
    const letter = letterData(content, frame, issuing);
    const language = content.language === 'en' ? 'en' : 'hi';
    const signed = await this.press.sign(await this.press.letter(letter), key, {
      name: letter.signatory.name[language],
      designation: letter.signatory.designation[language],
      at: issuing.signedAt,
      reason: { hi, en }[language].reason.replace('{number}', () => issuing.number),
    });
    const pages = (await PDFDocument.load(signed, { updateMetadata: false })).getPageCount();
    return { ...(await this.store.put({ bytes: signed })), pages };
  }
}
