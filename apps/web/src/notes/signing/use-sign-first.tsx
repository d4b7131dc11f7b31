import type { FileView, Named } from '@patravali/contract';
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { lazyPart } from '../../ui/page/lazy-part';
import { givenUp } from '../../ui/notices/use-refusal';

const SignNoteDialog = lazyPart(() => import('./SignNoteDialog').then((part) => part.SignNoteDialog));

interface SigningRequest {
  version: number;
  goOn: (version: number) => void;
  giveUp: (reason: DOMException) => void;
}

interface SignFirst {
  /** Asks the author to sign this version of his note, and answers the one that is signed. Rejects when he gives it up. */
  sign: (version: number) => Promise<number>;
  /** To be drawn beside what begins the act; null while nothing is asked. */
  dialog: ReactNode;
}

/** Whether the note that goes with the file still wants the signature of the person who sends it. */
export const wantsSignature = ({ signedNotes, allowedMoves, pendingNote }: Named<FileView>): boolean =>
  signedNotes && allowedMoves.includes('confirm_note') && (pendingNote?.signedAt ?? null) === null;

const stop = (event: SyntheticEvent) => event.stopPropagation();

/** The signature on a note as part of the act with which it leaves. */
export function useSignFirst(fileId: string): SignFirst {
  const [asked, setAsked] = useState<SigningRequest | null>(null);
  const sign = (version: number) =>
    new Promise<number>((goOn, giveUp) => setAsked({ version, goOn, giveUp })).finally(() => setAsked(null));
  // What is typed and sent here is none of the form that it interrupts.
  const dialog = asked && (
    <div onSubmit={stop} onKeyDown={stop}>
      <SignNoteDialog
        fileId={fileId}
        version={asked.version}
        onSigned={asked.goOn}
        onClose={() => asked.giveUp(givenUp())}
      />
    </div>
  );
  return { sign, dialog };
}
