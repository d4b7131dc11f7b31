import { DRAFT_STATES } from '@patravali/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { call } from '../api/call';
import { useDrafts } from './api';
import { useTranslations } from '../language/use-translations';
import { RegisterFilter } from '../organisation/picker/RegisterFilter';
import { OfSignatory } from '../organisation/picker/OfSignatory';
import { draftLabel } from '../notes/editor/written-reference';
import { RegisterSheet } from '../ui/register/RegisterSheet';
import { Time } from '../ui/Time';

/** The drafts on all files that one may read, the latest change first, with how far each has come. */
export function DraftRegister() {
  const { t, marking } = useTranslations('outward', 'registers-filter');
  const { from, to, party, numberHas, state, desk, signatory } = useSearch({
    from: '/office/with-navigation/registers/$register',
  });
  const query = {
    from,
    to,
    party,
    numberHas,
    desk,
    signatory,
    state: DRAFT_STATES.find((one) => one === state),
  };
  return (
    <RegisterSheet
      title={t('registers.drafts')}
      downloads={[
        { kind: 'csv', operation: 'downloadDraftsCsv', load: () => call('downloadDraftsCsv', { query }) },
        { kind: 'xlsx', operation: 'downloadDraftsXlsx', load: () => call('downloadDraftsXlsx', { query }) },
      ]}
      filter={
        <RegisterFilter
          party={t('registers.addressee')}
          number={t('registers.number')}
          state={{
            label: t('outward.state'),
            options: DRAFT_STATES.map((value) => ({ value, label: t(`draftState.${value}`) })),
          }}
          desk={t('filter.desk')}
        />
      }
      tools={<OfSignatory />}
      rows={useDrafts(query)}
      empty={t('outward.noDrafts')}
      keyOf={(draft) => draft.id}
      columns={[
        t('registers.file'),
        t('outward.draft'),
        t('receipts.subject'),
        t('registers.addressee'),
        t('outward.state'),
        t('registers.number'),
        t('outward.changed'),
      ]}
      cells={(draft) => [
        <Link key="file" to="/files/$fileId" params={{ fileId: draft.file.id }} className="mono">
          {draft.file.number}
        </Link>,
        <Link key="draft" to="/drafts/$draftId" params={{ draftId: draft.id }} className="mono">
          {draftLabel(draft, false)}
        </Link>,
        draft.subject,
        draft.addressee,
        t(`draftState.${draft.state}`),
        draft.issueNumber,
        <>
          <span className="mono">{marking(draft.changedBy.post)}</span> · <Time at={draft.changedAt} />
        </>,
      ]}
    />
  );
}
