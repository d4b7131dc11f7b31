import { Inject, Injectable } from '@nestjs/common';
import type { DraftContent } from '@patravali/contract';
import { fill } from '@patravali/language';
import { messagesOf } from '@patravali/messages';
import type { Revocation, Signature } from '@patravali/signatures';
import { OfficeSeal } from '@patravali/signing';
import { type Digest, OBJECT_STORE, type ObjectStore, type Sha256 } from '@patravali/storage';
import { type Room, TYPESETTER, type Typesetter } from '@patravali/typesetting';
import type { LetterData } from '../page/letter-data';
import { letterPage, plainLanguage, printedNumber } from '../page/letter-page';
import { ownCopiesOf } from '../page/own-copies';
import { signerOf } from '../page/letter-texts';
import { refuseUnprintable } from '../page/refuse-unprintable';
import type { LetterFrame } from './letter-frame';
import type { FixedLook } from './letter-look';
import { type CertifiedNames, letterData } from './letter-to-set';

export interface PrintedLetter {
  readonly sha256: Sha256;
  /** Bytes. */
  readonly size: number;
  readonly pages: number;
}

/** Set, but for the signatures of its officers. */
export interface UnsignedLetter extends Digest {
  readonly rooms: readonly Room[];
}

/** A letter that the office has sealed: with which certificate, and whether anybody said that it was not revoked. */
export interface SealedLetter extends PrintedLetter {
  readonly seal: { readonly certificate: string; readonly revocation: Revocation };
}

/** A letter that has its number. */
export interface SignedLetter {
  readonly organisationId: string;
  readonly letter: LetterData;
  readonly number: string;
  readonly signedAt: Date;
}

/** Sets letters, signs them with the key of the office and stores them. */
@Injectable()
export class PrintLetter {
  constructor(
    @Inject(TYPESETTER) private readonly typesetter: Typesetter,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    private readonly seal: OfficeSeal,
  ) {}

  /** Without number, date and signature, marked as a draft; kept nowhere. */
  preview(content: DraftContent, frame: LetterFrame, fixed: FixedLook, names: CertifiedNames): Promise<Uint8Array> {
    return this.typesetter.typeset(letterPage(letterData(content, frame, fixed, names)));
  }

  /**
   * The bytes are stored, read back and verified when it answers.
   * @throws Refusal `characters-not-printable`, `signing-not-configured`, `seal-unfit`, `typesetter-unavailable`, `store-unavailable`.
   */
  async issue({ organisationId, letter, number, signedAt }: SignedLetter): Promise<SealedLetter> {
    const { key, holder, subject: certificate, revocation } = await this.seal.get(organisationId);
    const page = letterPage(letter);
    refuseUnprintable(page.data);
    const { bytes, pages } = await this.typesetter.typesetSigned(page, key, sealOf(letter, holder, number, signedAt));
    return { ...(await this.store.put({ bytes })), pages, seal: { certificate, revocation } };
  }

  /**
   * The own copy of each addressee, in their order, under the seal of the office. They are set and stored one at a time,
   * by a process that gives way to whoever waits for a page: several being stored at once would hold these up.
   * @throws Refusal as `issue`.
   */
  async ownCopies({ organisationId, letter, number, signedAt }: SignedLetter): Promise<PrintedLetter[]> {
    const { key, holder } = await this.seal.get(organisationId);
    const stored: PrintedLetter[] = [];
    for (const copy of ownCopiesOf(letter, signedAt)) {
      const page = { ...letterPage(copy), unhurried: true };
      const { bytes, pages } = await this.typesetter.typesetSigned(page, key, sealOf(copy, holder, number, signedAt));
      stored.push({ ...(await this.store.put({ bytes })), pages });
    }
    return stored;
  }

  /**
   * A letter that its officers will sign, before they do, with the room for the day of each; stored, read back and verified when
   * it answers.
   * @throws Refusal `characters-not-printable`, `typesetter-unavailable`, `store-unavailable`.
   */
  async unsigned(letter: LetterData): Promise<UnsignedLetter> {
    const page = letterPage(letter);
    refuseUnprintable(page.data);
    const { bytes, rooms } = await this.typesetter.typesetWithRooms(page);
    return { ...(await this.store.put({ bytes })), rooms };
  }
}

/** What the seal says of itself: it is of the office whose certificate it bears, and for whom it seals. */
function sealOf(letter: LetterData, holder: string, number: string, at: Date): Signature {
  const language = plainLanguage(letter);
  const { designation } = signerOf(letter);
  return {
    name: holder,
    designation: designation[language],
    at,
    reason: fill(messagesOf('letter', language).signatureReason, { number: printedNumber(letter) ?? number }, language),
  };
}
