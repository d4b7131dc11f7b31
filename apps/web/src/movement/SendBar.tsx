import type { FileView, PostRef, Suggestion } from '@patravali/contract';
import { Button, Popover } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useKeys } from '../keyboard/keys';
import { ConfirmNote } from '../notes/composer/ConfirmNote';
import type { Composer } from '../notes/composer/use-composer';
import { Kbd } from '../keyboard/Kbd';
import { PostPicker } from '../organisation/PostPicker';
import classes from './SendBar.module.css';
import { ReturnButton } from './ReturnButton';
import { EMPTY_OPTIONS, type SendOptions, SendOptionsButton } from './SendOptions';
import { useSending } from './use-sending';

interface SendBarProps {
  file: FileView;
  composer: Composer;
  /** The note is confirmed already; the file only has to leave. */
  green: boolean;
}

const WHY_ICONS: Record<Suggestion['why'], string> = { superior: '↑ ', sender: '↩ ', frequent: '' };
const SHOWN = 3;

/** Where the file goes next: the likely desks are there already, `Ctrl+Enter` confirms and sends. */
export function SendBar({ file, composer, green }: SendBarProps) {
  const { t, translate } = useTranslations();
  const suggestions = file.suggestions.slice(0, SHOWN);
  const [chosen, setChosen] = useState<PostRef | null>(suggestions[0]?.post ?? null);
  const [options, setOptions] = useState<SendOptions>(EMPTY_OPTIONS);
  const { send, isSending } = useSending(file, composer, green);
  const sendNow = () => chosen && send(chosen, options);
  useSendKeys(suggestions, setChosen, sendNow);
  const label = green ? t('file.send') : composer.isBlank ? t('file.sendSignature') : t('file.confirmAndSend');
  return (
    <section className={`${classes.sendBar ?? ''} not-printed`} aria-label={t('file.sendBar')}>
      <div className={classes.targets}>
        <span className="soft">{t('file.sendTo')}</span>
        <div className={classes.suggested} role="group" aria-label={t('file.sendTo')}>
          {suggestions.map(({ post, why, holder }, index) => (
            <button
              key={post.id}
              type="button"

              aria-pressed={post.id === chosen?.id}
              className={classes.target}
              title={`${translate(post.designation)} · ${holder ? translate(holder) : t('page.vacant')} · ${t(`why.${why}`)}`}
              onClick={() => setChosen(post)}
            >
              {WHY_ICONS[why] + post.marking}
              <Kbd keys={String(index + 1)} />
            </button>
          ))}
        </div>
        <OtherPost
          chosen={chosen && !suggestions.some(({ post }) => post.id === chosen.id) ? chosen : null}
          onChoose={setChosen}
        />
      </div>
      <div className={classes.sendActs}>
        <SendOptionsButton options={options} onChange={setOptions} />
        {file.allowedMoves.includes('return') && <ReturnButton file={file} composer={composer} green={green} />}
        <span className={classes.space} />
        {!green && file.allowedMoves.includes('note') && <ConfirmNote file={file} composer={composer} />}
        <Button
          size="xs"
          disabled={!chosen}
          loading={isSending}
          onClick={sendNow}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {label}
          {chosen && <span className="heard-only">{t('file.sendTarget', { post: chosen.marking })}</span>}
        </Button>
      </div>
    </section>
  );
}

function useSendKeys(suggestions: readonly Suggestion[], choose: (post: PostRef) => void, send: () => void): void {
  const { t } = useTranslations();
  useKeys([
    { key: 'ctrl+Enter', label: t('file.confirmAndSend'), run: send, whileTyping: true },
    ...suggestions.flatMap(({ post }, index) => {
      const label = t('file.chooseTarget', { post: post.marking });
      const run = () => choose(post);
      return [
        { key: String(index + 1), label, run },
        { key: `alt+${index + 1}`, label, run, whileTyping: true, hidden: true },
      ];
    }),
  ]);
}

function OtherPost({ chosen, onChoose }: { chosen: PostRef | null; onChoose: (post: PostRef) => void }) {
  const { t } = useTranslations();
  const [opened, setOpened] = useState(false);
  useKeys([{ key: 'f', label: t('file.otherPost'), run: () => setOpened(true) }]);
  return (
    <Popover opened={opened} onChange={setOpened} width={420} position="top" trapFocus shadow="md" withinPortal>
      <Popover.Target>
        <button
          type="button"
          aria-pressed={chosen !== null}
          className={classes.target}
          onClick={() => setOpened((open) => !open)}
        >
          {chosen?.marking ?? t('file.otherPostShort')}
          <Kbd keys="f" />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <PostPicker
          label={t('file.otherPost')}
          value={chosen?.id ?? null}
          autoFocus
          onChange={(_, post) => {
            onChoose(post);
            setOpened(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
