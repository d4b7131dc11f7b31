import { type CorrespondenceView, type FileView, type Flag, type Named } from '@patravali/contract';
import { Menu } from '@mantine/core';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useRememberVersion } from '../../custody/use-remember-version';
import { useTranslations } from '../../language/use-translations';
import { useSheetTurning } from '../../notes/sheet/turning/sheet-turning';
import { useRefusal } from '../../ui/notices/use-refusal';
import { FlagBadge } from '../../ui/Badges';
import classes from './correspondence.module.css';
import { DetachDialog } from './DetachDialog';
import { flagsToGive } from '../flags-to-give';

/**
 * The flag of a letter (PUC, FR I, A …), and the way to detach it; who may add to the file's papers may do both. A flag
 * that another letter bears moves from there.
 */
export function FlagPicker({ file, letter }: { file: Named<FileView>; letter: Named<CorrespondenceView> }) {
  const { t } = useTranslations();
  const [detaching, setDetaching] = useState(false);
  if (!file.allowedMoves.includes('add_receipt') || letter.detached)
    return <span className={classes.flag}>{letter.flag !== null && <FlagBadge flag={letter.flag} />}</span>;
  return (
    <>
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
        <Menu.Dropdown mah={360} className={classes.flags}>
          <Flags file={file} letter={letter} />
          {letter.detachable && (
            <>
              <Menu.Divider />
              <Menu.Item onClick={() => setDetaching(true)}>{t('correspondence.detach')}</Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {detaching && <DetachDialog file={file} letter={letter} onClose={() => setDetaching(false)} />}
    </>
  );
}

function Flags({ file, letter }: { file: Named<FileView>; letter: Named<CorrespondenceView> }) {
  const { t } = useTranslations();
  const refuse = useRefusal();
  const remember = useRememberVersion();
  const { correspondence } = useSheetTurning();
  const command = useCommand('flagCorrespondence');
  const set = (flag: Flag | null) =>
    command.mutate(
      { params: { fileId: file.id, serial: letter.serial }, body: { flag } },
      { onError: refuse, onSuccess: remember },
    );
  const others = flagsToGive(correspondence).filter((flag) => flag !== letter.flag);
  const bearer = (flag: Flag) => flag !== 'puc' && correspondence.find((one) => one.flag === flag);
  return (
    <>
      {others.map((flag) => {
        const moves = bearer(flag);
        return (
          <Menu.Item key={flag} onClick={() => set(flag)}>
            <strong>{t(`flag.${flag}`)}</strong>{' '}
            <span>{moves ? t('correspondence.flagMoves', { serial: moves.serial }) : t(`flagLong.${flag}`)}</span>
          </Menu.Item>
        );
      })}
      {letter.flag !== null && <Menu.Item onClick={() => set(null)}>{t('correspondence.noFlag')}</Menu.Item>}
    </>
  );
}
