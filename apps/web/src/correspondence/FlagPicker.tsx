import { type CorrespondenceView, type FileView, type Flag, FLAGS, type Named } from '@patravali/contract';
import { Menu } from '@mantine/core';
import { useFlagCorrespondence } from './api';
import { useRememberVersion } from '../custody/use-remember-version';
import { useTranslations } from '../language/use-translations';
import { useRefusal } from '../ui/use-refusal';
import { FlagBadge } from '../ui/Badges';
import classes from './correspondence.module.css';

/** The flag of a letter (PUC, FR); who may add to the file's papers may also flag them. */
export function FlagPicker({ file, letter }: { file: Named<FileView>; letter: Named<CorrespondenceView> }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const remember = useRememberVersion();
  const command = useFlagCorrespondence();
  if (!file.allowedMoves.includes('add_receipt'))
    return <span className={classes.flag}>{letter.flag !== null && <FlagBadge flag={letter.flag} />}</span>;

  const set = (flag: Flag | null) =>
    command.mutate(
      { params: { fileId: file.id, serial: letter.serial }, body: { flag } },
      { onError: refuse, onSuccess: remember },
    );
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button
          type="button"
          className={classes.flagButton}
          aria-label={[letter.flag && t(`flag.${letter.flag}`), t('correspondence.flagOf', { serial: letter.serial })]
            .filter(Boolean)
            .join(': ')}
        >
          {letter.flag === null ? <span aria-hidden>⚑</span> : <FlagBadge flag={letter.flag} />}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {FLAGS.map((flag) => (
          <Menu.Item key={flag} onClick={() => set(flag)}>
            {t(`flag.${flag}`)} · {t(`flagLong.${flag}`)}
          </Menu.Item>
        ))}
        {letter.flag !== null && <Menu.Item onClick={() => set(null)}>{t('correspondence.noFlag')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
}
