import { type ActionAsked, type FileView, ForwardFile, type Named, type PostRef } from '@patravali/contract';
import { Button } from '@mantine/core';
import { type RefObject, useRef, useState } from 'react';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useKeys } from '../../ui/keyboard/keys';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { ConfirmNote } from '../../notes/composer/ConfirmNote';
import type { Composer } from '../../notes/composer/use-composer';
import { DecisionPicker } from '../../notes/deciding/DecisionPicker';
import { wantsSignature } from '../../notes/signing/use-sign-first';
import { noteAgreedWith, useSheetTurning } from '../../notes/sheet/turning/sheet-turning';
import { useRefusalOf } from '../../ui/notices/use-refusal';
import { PutUpAct } from '../correction/PutUpAct';
import { Ladder } from '../../organisation/channel/Ladder';
import { ChannelNotices } from '../channel/ChannelNotices';
import { ReturnAct } from '../ReturnAct';
import { choosePost } from './ForwardFields';
import classes from '../forward.module.css';
import { KeptLongLine } from './KeptLong';
import { OptionsButton, OtherPost } from './SendBarPopovers';
import { SuggestedPosts } from './SuggestedPosts';
import { firstSuggested, forwardRequest } from './use-forward-form';
import { useDiscuss } from './use-discuss';
import { useKeptForwardForm } from './use-kept-forward-form';
import { useObstacles } from './use-obstacles';
import { useSending } from './use-sending';

interface SendBarProps {
  file: Named<FileView>;
  composer: Composer;
  /** The note is confirmed already; the file only has to leave. */
  green: boolean;
  /** The note and this bar. */
  hand: RefObject<HTMLElement | null>;
  /** This bar. */
  bar: RefObject<HTMLElement | null>;
}

/** Beside a decision there is room for fewer. */
const SHOWN = { beside: 2, alone: 3 } as const;

/** Decide, mark to, sign: the likely desks are there already, `Ctrl+Enter` signs and sends, or says why it does not. */
export function SendBar({ file, composer, green, hand, bar }: SendBarProps) {
  const { t, marking } = useTranslations('sending');
  const mayDecide = !green && file.allowedMoves.includes('decide');
  const suggestions = file.suggestions.slice(0, mayDecide ? SHOWN.beside : SHOWN.alone);
  const form = useKeptForwardForm(file, { schema: ForwardFile, initial: firstSuggested(suggestions) });
  const { decision, kind, discussedWith, editor } = composer;
  const refuse = useRefusalOf(JSON.stringify([form.form.values, decision, kind, discussedWith, editor.getText()]));
  const { send, isSending, signing } = useSending(file, composer, green, {
    onSent: form.forget,
    onRefused: (error) => {
      form.refuse(error);
      refuse(error);
    },
  });
  const isWordless = !green && composer.isBlank;
  const sheet = useSheetTurning();
  const { post } = useActing();
  const agreesWith = isWordless ? noteAgreedWith(sheet, post.id) : null;
  const obstacles = useObstacles({ file, form, isSending, agreesWith });
  const reason = useRef<HTMLInputElement>(null);
  const act = useRef<HTMLButtonElement>(null);
  const [isFinding, find] = useState(false);

  const { to } = form.form.values;
  const choose = (chosen: PostRef, action: ActionAsked) => choosePost(form, chosen, action);
  const sendUnless = (obstacle: ReturnType<typeof obstacles.ofHand>) => {
    if (obstacle === 'no-post') find(true);
    if (obstacle === 'unexplained') reason.current?.focus();
    if (obstacle === 'agreement' || obstacle === 'too-soon') act.current?.focus();
    if (obstacle !== null) obstacles.say(obstacle);
    else if (to) {
      const body = form.check(forwardRequest(form.form.values));
      if (body) send(body, marking(to));
      else obstacles.say('unfit');
    }
  };
  const sendByKey = () => sendUnless(obstacles.ofKey(hand.current?.contains(document.activeElement) === true));
  const signs = isWordless ? agreesWith !== null && !file.signedNotes : !green || wantsSignature(file);
  const label = t(signs ? 'file.sendSignature' : 'file.send');
  useKeys([{ key: 'ctrl+Enter', label, run: sendByKey, whileTyping: true }]);
  useDiscuss(file, composer, form, green);
  return (
    <section ref={bar} tabIndex={-1} className={`${classes.sendBar ?? ''} not-printed`} aria-label={t('file.sendBar')}>
      {file.channel && <Ladder rungs={file.channel.rungs} label={t('ladder.label')} short />}
      <ChannelNotices file={file} to={to} reasoned={form.form.values.remarks !== ''} />
      <div className={classes.row}>
        <OptionsButton form={form} onSend={sendByKey} />
        {!green && !composer.isBlank && file.allowedMoves.includes('confirm_note') && (
          <span className={classes.acts}>
            <ConfirmNote file={file} composer={composer} />
          </span>
        )}
      </div>
      <KeptLongLine file={file} form={form} field={reason} />
      {obstacles.said && (
        <p key={obstacles.said.times} role="alert" className={classes.said}>
          {obstacles.said.sentence}
        </p>
      )}
      <div className={classes.row}>
        {!green && <DecisionPicker file={file} composer={composer} />}
        <SuggestedPosts
          suggestions={suggestions}
          chosen={to}
          onChoose={(suggestion) => choose(suggestion.post, suggestion.action)}
          label={t('file.sendTo')}
          keys="digit"
        />
        <OtherPost
          chosen={suggestions.some((suggestion) => suggestion.post.id === to?.id) ? null : to}
          onChoose={choose}
          isOpen={isFinding}
          open={find}
        />
        <Button
          ref={act}
          className={classes.send ?? ''}
          h={32}
          px={10}
          fz={13}
          loading={isSending}
          onClick={() => sendUnless(obstacles.ofHand())}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {label}
          {to && <span className="visually-hidden">{t('file.sendTarget', { post: marking(to) })}</span>}
        </Button>
      </div>
      {signing}
      {file.allowedMoves.includes('return') && <ReturnAct file={file} composer={composer} green={green} />}
      {!green && file.allowedMoves.includes('put_up_for_correction') && <PutUpAct file={file} composer={composer} />}
    </section>
  );
}
