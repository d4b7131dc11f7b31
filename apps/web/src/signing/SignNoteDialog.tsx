import { useCommand } from '../api/use-command';
import { announce } from '../ui/announcements';
import { SignDialog } from './SignDialog';
import { useSigningWords } from './use-words';

export interface SignNoteDialogProps {
  fileId: string;
  /** The version of the note that is signed. */
  version: number;
  onSigned: (version: number) => void;
  onClose: () => void;
}

/** The author signs his note, which confirms it. */
export function SignNoteDialog({ fileId, version, onSigned, onClose }: SignNoteDialogProps) {
  const say = useSigningWords();
  const { mutateAsync: sign, isPending } = useCommand('signNote');
  const { mutateAsync: prepare } = useCommand('prepareNote');
  const note = { params: { fileId }, ifMatch: version };
  return (
    <SignDialog
      title={say('signing.signNote')}
      name="note"
      prepare={(keyId) => prepare({ ...note, body: { keyId } })}
      pending={isPending}
      sign={async (withKey) => {
        onSigned((await sign({ ...note, body: withKey })).version);
        announce(say('signing.noteSigned'));
      }}
      onClose={onClose}
    >
      {say('signing.signNoteWhy')}
    </SignDialog>
  );
}
