import { createHash } from 'node:crypto';
import { refuseUnfit } from '../certificates/fitness';
import { attributesFor, makeCms, openChain } from '../cms/make-cms';
import { isCms } from '../cms/read-cms';
import { fillRoom, type PreparedPdf, preparePdf, ROOM } from '../pdf/prepare-pdf';
import type { PreparedSignature, Signer } from '../signer/signer';
import type { Signature, SigningKey } from '../signer/signing-key';
import { type TimestampRequest, timestampOf, timestampRequest, withTimestamp } from '../timestamp/timestamp';

export interface SignedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** With the signature by itself, from which follows what proves its certificates. */
export interface SignedDocument extends SignedPdf {
  readonly cms: Uint8Array;
}

export interface SigningInput {
  readonly pdf: Uint8Array;
  readonly signer: Signer;
  readonly signature: Signature;
}

/** Signed, but for what an authority says when. */
export interface Unstamped {
  readonly prepared: PreparedPdf;
  readonly cms: Uint8Array;
  readonly request: TimestampRequest;
}

/** A signature whose attributes name its certificate (PAdES), and one that comes whole from elsewhere. */
const OURS = 'ETSI.CAdES.detached';
const WHOLE = 'adbe.pkcs7.detached';

/** Signs a letter with the key of the office (PAdES B-B). */
export async function sealPdf(pdf: Uint8Array, key: SigningKey, signature: Signature): Promise<SignedPdf> {
  const prepared = await preparePdf(pdf, { signature, room: ROOM.short, subFilter: OURS });
  const { cms } = await makeCms({ kind: 'p12', ...key }, { contentHash: prepared.hash, at: signature.at });
  return { bytes: fillRoom(prepared, cms), pages: prepared.pages };
}

/** @throws NotSigned */
export async function signDocument({ pdf, signer, signature }: SigningInput): Promise<SignedDocument> {
  const room = signer.kind === 'p12' ? ROOM.short : ROOM.long;
  const { prepared, cms } = await signed({ pdf, signer, signature }, room);
  return { bytes: fillRoom(prepared, cms), pages: prepared.pages, cms };
}

/** As far as it goes without the authority for time stamps, which is asked by another process than this one. @throws NotSigned */
export async function signUnstamped(input: SigningInput): Promise<Unstamped> {
  const { prepared, cms, value } = await signed(input, ROOM.long);
  return { prepared, cms, request: timestampRequest(value) };
}

export interface StampInput {
  readonly unstamped: Unstamped;
  /** What the authority answered. */
  readonly response: Uint8Array;
}

/** @throws NotSigned */
export function stampDocument({ unstamped: { prepared, cms, request }, response }: StampInput): SignedDocument {
  const stamped = withTimestamp(cms, timestampOf(response, request).token);
  return { bytes: fillRoom(prepared, stamped), pages: prepared.pages, cms: stamped };
}

async function signed({ pdf, signer, signature }: SigningInput, room: number) {
  const comesWhole = signer.kind === 'replay' && isCms(signer.signature);
  const prepared = await preparePdf(pdf, { signature, room, subFilter: comesWhole ? WHOLE : OURS });
  const { cms, opened } = await makeCms(signer, { contentHash: prepared.hash, at: signature.at });
  refuseUnfit(opened.signer);
  return { prepared, cms, value: opened.signature };
}

export interface PreparingInput {
  readonly pdf: Uint8Array;
  /** In DER, that of the signer first; none where a service signs with one that it makes. */
  readonly certificates: readonly Uint8Array[];
  readonly signature: Signature;
}

/** What has to be signed elsewhere, so that `signDocument` can put it in. @throws NotSigned */
export async function prepareSignature({ pdf, certificates, signature }: PreparingInput): Promise<PreparedSignature> {
  const isOurs = certificates.length > 0;
  const options = { signature, room: ROOM.long, subFilter: isOurs ? OURS : WHOLE };
  const { hash } = await preparePdf(pdf, options);
  return prepared(certificates, hash, signature.at);
}

export interface DetachedInput {
  readonly content: Uint8Array;
  readonly at: Date;
}

/** @throws NotSigned */
export function prepareDetached(input: DetachedInput & Pick<PreparingInput, 'certificates'>): PreparedSignature {
  return prepared(input.certificates, sha256(input.content), input.at);
}

/** @throws NotSigned */
export async function signDetached({ content, at, signer }: DetachedInput & { signer: Signer }): Promise<Uint8Array> {
  const { cms, opened } = await makeCms(signer, { contentHash: sha256(content), at });
  refuseUnfit(opened.signer);
  return cms;
}

function prepared(ders: readonly Uint8Array[], documentHash: Uint8Array, at: Date): PreparedSignature {
  const certificates = ders.length > 0 ? openChain(ders) : [];
  certificates.slice(0, 1).forEach((own) => refuseUnfit(own));
  const toSign = certificates.length > 0 ? attributesFor(certificates, { contentHash: documentHash, at }) : NOTHING;
  return { toSign, digestAlgorithm: 'SHA-256', documentHash };
}

const NOTHING = new Uint8Array(0);

const sha256 = (content: Uint8Array): Uint8Array => createHash('sha256').update(content).digest();
