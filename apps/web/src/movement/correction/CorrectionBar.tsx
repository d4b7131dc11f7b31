import { type FileView, type Named, ReturnCorrection } from '@patravali/contract';
import { Textarea } from '@mantine/core';
import type { RefObject } from 'react';
import { useCommand } from '../../api/use-command';
import { DialogButton } from '../../ui/DialogButton';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useTranslations } from '../../language/use-translations';
import type { Composer } from '../../notes/composer/use-composer';
import { DecisionPicker } from '../../notes/deciding/DecisionPicker';
import { useSignFirst, wantsSignature } from '../../notes/signing/use-sign-first';
import { announce } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { OwnRefusal, useRefusal } from '../../ui/notices/use-refusal';
import classes from '../forward.module.css';
import { useExplanation } from '../clock/use-explanation';
import { useNextOf, useSent } from '../use-sent';
import { useBackToList } from '../../ui/list/use-back-to-list';

interface CorrectionProps {
  file: Named<FileView>;
  composer: Composer;
}

interface CorrectionBarProps extends CorrectionProps {
  bar: RefObject<HTMLElement | null>;
}

/** What becomes of a note that was put up for correction: it goes back, or it is the note of this desk from now on. */
export function CorrectionBar({ file, composer, bar }: CorrectionBarProps) {
  const { t, translate, marking } = useTranslations('sending');
  const refuse = useRefusal();
  const confirm = useCommand('confirmNote');
  const { sign, dialog } = useSignFirst(file.id);
  const author = file.pendingNote?.putUpBy;
  const confirmAsOwn = async () => {
    const version = composer.isBlank ? null : await composer.flush();
    if (version === null) throw new OwnRefusal(t('file.noteFirst'));
    if (wantsSignature(file)) {
      composer.adopt(await sign(version));
      return;
    }
    composer.adopt((await confirm.mutateAsync({ params: { fileId: file.id }, ifMatch: version })).version);
    announce(t('note.confirmed'));
  };
  const run = () => void confirmAsOwn().catch(refuse);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      className={`${classes.sendBar ?? ''} not-printed`}
      aria-label={t('file.correctionBar')}
    >
      <div className={classes.row}>
        <DecisionPicker file={file} composer={composer} />
        {author && (
          <span className="soft">
            {t('note.putUpBy', { name: translate(author.name), post: marking(author.post) })}
          </span>
        )}
        <span className={classes.acts}>
          <DialogButton
            keys="r"
            label={t('fileMove.return_correction')}
            variant="default"
            size="xs"
            dialog={(close) => <ReturnNoteDialog file={file} composer={composer} onClose={close} />}
          />
          <KeyButton
            keys="ctrl+Enter"
            label={t('note.confirmAsOwn')}
            size="xs"
            loading={confirm.isPending}
            onClick={run}
            whileTyping
          />
        </span>
      </div>
      {dialog}
    </section>
  );
}

function ReturnNoteDialog({ file, composer, onClose }: CorrectionProps & { onClose: () => void }) {
  const { t, marking } = useTranslations();
  const back = useCommand('returnCorrection');
  const sent = useSent();
  const nextOf = useNextOf();
  const backToList = useBackToList();
  const { form, send } = useContractForm({ schema: ReturnCorrection, initialValues: { remarks: '' } });
  const post = marking(file.from);
  const explanation = useExplanation(file, back.error);
  const submit = () =>
    send({ remarks: orNothing(form.values.remarks), ...explanation.said }, async (body) => {
      await composer.flush();
      await back.mutateAsync({ params: { fileId: file.id }, body });
      composer.forget();
      sent(file, t('file.correctionReturnedTo', { number: file.number, post }), nextOf(file.id));
      backToList(file.id);
    });
  return (
    <FormDialog
      title={t('fileMove.return_correction')}
      incomplete={explanation.isMissing}
      onSubmit={submit}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t('file.returnCorrectionWhy', { post })}</p>
      <Textarea {...form.getInputProps('remarks')} label={t('desk.remarksOptional')} data-autofocus minRows={3} />
      {explanation.field}
    </FormDialog>
  );
}
