import type { FileRow, FileView, Named } from '@patravali/contract';
import { Button, Menu, Skeleton } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useFile } from '../../custody/api';
import { useTranslations } from '../../language/use-translations';
import { useKeys } from '../../ui/keyboard/keys';
import { Kbd } from '../../ui/keyboard/Kbd';
import { LettersInBrief } from '../../correspondence/LettersInBrief';
import classes from '../../ui/list/preview.module.css';
import { lazyPart } from '../../ui/page/lazy-part';
import { useRefusal } from '../../ui/notices/use-refusal';
import { FileJourney } from '../../movement/journey/FileJourney';
import { PullBack } from '../../movement/PullBack';
import { TakingBackMoves } from '../../movement/taking-back/TakingBackMoves';
import { LastNotes } from '../../notes/sheet/LastNotes';

const ForwardDialog = lazyPart(() =>
  import('../../movement/forward/ForwardDialog').then((dialog) => dialog.ForwardDialog),
);

interface FilePreviewProps {
  row: Named<FileRow>;
  /** What else can be done with it in this list: items of a menu. */
  more?: ReactNode;
}

/** The chosen file beside the list: remarks, last notes, letters, journey, and its moves with their keys. */
export function FilePreview({ row, more }: FilePreviewProps) {
  const { t, marking } = useTranslations();
  const { data: file, error } = useFile(row.id);
  if (error) return null;
  return (
    <>
      <div className={classes.moves}>
        {file ? <Moves file={file} more={more} /> : <Skeleton height={34} width={240} />}
      </div>
      {file?.sentRemarks != null && (
        <section className="card">
          <h2 className="eyebrow">{t('desk.remarks', { post: marking(file.from) })}</h2>
          <p className={classes.remarks}>{file.sentRemarks}</p>
        </section>
      )}
      {file ? <LastNotes fileId={row.id} count={file.counts.notes} /> : <Skeleton height={96} radius={10} />}
      <LettersInBrief fileId={row.id} />
      <section className="card">{file && <FileJourney file={file} />}</section>
    </>
  );
}

/** The moves that the server says are allowed, with the keys that make them. */
function Moves({ file, more }: { file: Named<FileView>; more: ReactNode }) {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const [forwarding, setForwarding] = useState(false);
  const allowed = (move: Named<FileView>['allowedMoves'][number]) => file.allowedMoves.includes(move);
  const open = (compose?: 'note') =>
    void navigate({ to: '/files/$fileId', params: { fileId: file.id }, search: { compose } });
  // What is parked is taken up and sent with one press.
  const canForward = allowed('forward') || allowed('take_up');
  const takeUp = useCommand('takeUpFile');
  const refuse = useRefusal();
  const forward = () => {
    setForwarding(true);
    if (allowed('take_up')) takeUp.mutateAsync({ params: { fileId: file.id }, ifMatch: file.version }).catch(refuse);
  };
  const canNote = allowed('note');
  useKeys([{ key: 'f', label: t('fileMove.forward'), run: forward }], canForward);
  useKeys([{ key: 'n', label: t('fileMove.note'), run: () => open('note') }], canNote);
  return (
    <>
      <Button onClick={() => open()} rightSection={<Kbd keys="Enter" onAccent />}>
        {t('desk.open')}
      </Button>
      {canForward && (
        <Button variant="default" onClick={forward} rightSection={<Kbd keys="f" />}>
          {t(allowed('take_up') ? 'aside.takeUpAndForward' : 'fileMove.forward')}
        </Button>
      )}
      {allowed('pull_back') && <PullBack file={file} />}
      <TakingBackMoves file={file} />
      {(canNote || more) && (
        <Menu position="bottom-end" width={230} returnFocus>
          <Menu.Target>
            <Button variant="default" ms="auto" px="sm" aria-label={t('desk.moreActs')}>
              <span aria-hidden>⋯</span>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {canNote && (
              <Menu.Item onClick={() => open('note')} rightSection={<Kbd keys="n" />}>
                {t('desk.note')}
              </Menu.Item>
            )}
            {more}
          </Menu.Dropdown>
        </Menu>
      )}
      {allowed('forward') && forwarding && <ForwardDialog file={file} onClose={() => setForwarding(false)} />}
    </>
  );
}
