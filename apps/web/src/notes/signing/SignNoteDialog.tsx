import { useTranslations } from '../../language/use-translations';
import { useCommand } from '../../api/use-command';
import { announce } from '../../ui/notices/announcements';
import { SignDialog } from '../../signing/key-choice/SignDialog';

export interface SignNoteDialogProps {
  fileId: string;
  /** The version of the note that is signed. */
  version: number;
  onSigned: (version: number) => void;
  onClose: () => void;
}

/** The author signs his note, which confirms it. */
export function SignNoteDialog({ fileId, version, onSigned, onClose }: SignNoteDialogProps) {
  const { t } = useTranslations('signing');
  const { mutateAsync: sign, isPending } = useCommand('signNote');
  const { mutateAsync: prepare } = useCommand('prepareNote');
  const note = { params: { fileId }, ifMatch: version };
  return (
    <SignDialog
      title={t('signing.signNote')}
      name="note"
      prepare={(keyId) => prepare({ ...note, body: { keyId } })}
      pending={isPending}
      sign={async (withKey) => {
        onSigned((await sign({ ...note, body: withKey })).version);
        announce(t('signing.noteSigned'));
      }}
      onClose={onClose}
    >
      {t('signing.signNoteWhy')}
    </SignDialog>
  );
}
