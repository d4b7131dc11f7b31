import type { FileView, Named } from '@patravali/contract';
import { Skeleton, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useFileDrafts } from './api';
import { AwaitedReplies } from './AwaitedReplies';
import { WhatIs } from '../help/WhatIs';
import { useTranslations } from '../language/use-translations';
import { useSentence } from '../ui/notices/use-refusal';
import { draftLabel } from '../notes/editor/written-reference';
import { Pill } from '../ui/Badges';
import { Time } from '../ui/Time';
import page from '../ui/page/page.module.css';
import { useWholeList } from '../api/lists/use-whole-list';

const PILLS = {
  draft: 'yellow',
  approved: 'accent',
  numbered: 'yellow',
  issued: 'accent',
  cancelled: 'stamp',
} as const;

/** The drafts of the file, each with how far it has come. */
export function FileDrafts({ file }: { file: Named<FileView> }) {
  const { t, marking } = useTranslations();
  const sentence = useSentence();
  const drafts = useWholeList(useFileDrafts(file.id));
  if (drafts.isPending) return <Skeleton height={160} m={16} />;
  if (drafts.error) return <p className={page.message}>{sentence(drafts.error)}</p>;
  const awaited = <AwaitedReplies fileId={file.id} mayDraft={file.allowedMoves.includes('put_up_draft')} />;
  if (drafts.items.length === 0) {
    return (
      <>
        {awaited}
        <p className={page.message}>{t('file.noDrafts')}</p>
      </>
    );
  }
  return (
    <div className={page.tab}>
      {awaited}
      <div className="card">
        <Table verticalSpacing={8} highlightOnHover>
          <Table.Tbody>
            {drafts.items.map((draft, place) => (
              <Table.Tr key={draft.id}>
                <Table.Td className="mono">
                  {draftLabel(draft, false)} {place === 0 && <WhatIs word="dfa" />}
                </Table.Td>
                <Table.Td>
                  <Link to="/drafts/$draftId" params={{ draftId: draft.id }}>
                    {draft.subject}
                  </Link>
                  <div className="soft small">
                    {t(`letterForm.${draft.form}`)} · {draft.addressee}
                  </div>
                </Table.Td>
                <Table.Td>
                  <Pill kind={PILLS[draft.state]}>{t(`draftState.${draft.state}`)}</Pill>
                  {draft.issueNumber !== null && <div className="mono small">{draft.issueNumber}</div>}
                </Table.Td>
                <Table.Td className="soft small">
                  {marking(draft.changedBy.post)} · <Time at={draft.changedAt} />
                </Table.Td>
                <Table.Td>
                  {draft.issueId !== null && (
                    <Link to="/issues/$issueId" params={{ issueId: draft.issueId }}>
                      {t('file.toIssue')}
                    </Link>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </div>
  );
}
