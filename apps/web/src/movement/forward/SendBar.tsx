import { type ActionAsked, type FileView, ForwardFile, type Named, type PostRef } from '@patravali/contract';
import { Button } from '@mantine/core';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { ConfirmNote } from '../../notes/composer/ConfirmNote';
import type { Composer } from '../../notes/composer/use-composer';
import { wantsSignature } from '../../notes/signing/use-sign-first';
import { agreesWithNoteBefore, useSheetTurning } from '../../notes/sheet/turning/sheet-turning';
import { useRefusal } from '../../ui/notices/use-refusal';
import { PutUpAct } from '../correction/PutUpAct';
import { Ladder } from '../../organisation/channel/Ladder';
import { ChannelNotices } from '../channel/ChannelNotices';
import { ReturnAct } from '../ReturnAct';
import { choosePost } from './ForwardFields';
import classes from '../forward.module.css';
import { isUnexplained, KeptLong } from './KeptLong';
import { OptionsButton, OtherPost } from './SendBarPopovers';
import { SuggestedPosts } from './SuggestedPosts';
import { firstSuggested, forwardRequest } from './use-forward-form';
import { useDiscuss } from './use-discuss';
import { useKeptForwardForm } from './use-kept-forward-form';
import { useSending } from './use-sending';

interface SendBarProps {
  file: Named<FileView>;
  composer: Composer;
  /** The note is confirmed already; the file only has to leave. */
  green: boolean;
}

const SHOWN = 3;

/** Where the file goes next: the likely desks are there already, `Ctrl+Enter` confirms and sends. */
export function SendBar({ file, composer, green }: SendBarProps) {
  const { t } = useTranslations();
  const suggestions = file.suggestions.slice(0, SHOWN);
  const form = useKeptForwardForm(file, { schema: ForwardFile, initial: firstSuggested(suggestions) });
  const refuse = useRefusal();
  const { send, isSending, signing } = useSending(file, composer, green, {
    onSent: form.forget,
    onRefused: (error) => {
      form.refuse(error);
      refuse(error);
    },
  });
  const { to } = form.form.values;
  const choose = (post: PostRef, action: ActionAsked) => choosePost(form, post, action);
  const sendNow = () => {
    const body = to && !isUnexplained(file, form) && form.check(forwardRequest(form.form.values));
    if (to && body) send(body, to.marking);
  };
  useKeys([{ key: 'ctrl+Enter', label: t('file.confirmAndSend'), run: sendNow, whileTyping: true }]);
  useDiscuss(file, composer, form, green);
  const agrees = agreesWithNoteBefore(useSheetTurning().notes, useActing().post.id);
  const isWordless = !green && composer.isBlank;
  const signs = isWordless ? agrees && !file.signedNotes : wantsSignature(file);
  const unsigned = green || isWordless ? t('file.send') : t('file.confirmAndSend');
  const label = signs ? t('file.sendSignature') : unsigned;
  return (
    <section className={`${classes.sendBar ?? ''} not-printed`} aria-label={t('file.sendBar')}>
      {file.channel && <Ladder rungs={file.channel.rungs} label={t('ladder.label')} short />}
      <div className={classes.row}>
        <span className="soft">{t('file.sendTo')}</span>
        <SuggestedPosts
          suggestions={suggestions}
          chosen={to}
          onChoose={({ post, action }) => choose(post, action)}
          label={t('file.sendTo')}
          keys="digit"
        />
        <OtherPost chosen={suggestions.some(({ post }) => post.id === to?.id) ? null : to} onChoose={choose} />
      </div>
      <ChannelNotices file={file} to={to} reasoned={form.form.values.remarks !== ''} />
      <KeptLong file={file} form={form} />
      <div className={classes.row}>
        <OptionsButton form={form} />
        <span className={classes.acts}>
          {!green && file.allowedMoves.includes('confirm_note') && <ConfirmNote file={file} composer={composer} />}
          <Button
            size="xs"
            px={10}
            disabled={!to || isUnexplained(file, form)}
            loading={isSending}
            onClick={sendNow}
            rightSection={<Kbd keys="ctrl+Enter" onAccent />}
          >
            {label}
            {to && <span className="visually-hidden">{t('file.sendTarget', { post: to.marking })}</span>}
          </Button>
        </span>
      </div>
      {signing}
      {file.allowedMoves.includes('return') && <ReturnAct file={file} composer={composer} green={green} />}
      {!green && file.allowedMoves.includes('put_up_for_correction') && <PutUpAct file={file} composer={composer} />}
    </section>
  );
}
