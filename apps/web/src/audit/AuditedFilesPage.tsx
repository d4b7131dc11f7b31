import type { AuditedFile, Named } from '@patravali/contract';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useList } from '../api/lists/use-list';
import { FileListPage } from '../files/search/FileListPage';
import { StateChips } from '../files/search/StateChips';
import { LogLosses } from '../files/timeline/LogLosses';
import { useTranslations } from '../language/use-translations';
import { useSelection } from '../ui/list/selection';
import { lazyPart } from '../ui/page/lazy-part';
import { useLogLosses, useRecordCheck } from './api';
import { ChosenFilters } from './ChosenFilters';
import { type FileFilters, readFileFilters } from './filters';
import { RefusalLine } from '../ui/notices/RefusalLine';
import { LastRecordCheck } from './LastRecordCheck';

const SelectedElsewhere = lazyPart(() => import('../bulk/SelectedFiles').then((part) => part.SelectedElsewhere));

const NO_FILES: never[] = [];

/** The files of the units that an auditor audits, narrowed by whatever is asked for; the address says it, so it can be kept and shared. */
export function AuditedFilesPage({ kinds }: { kinds: ReactNode }) {
  const { t } = useTranslations('audit');
  const filters = readFileFilters(useSearch({ from: '/office/with-navigation/search' }));
  const losses = useLogLosses();
  const check = useRecordCheck();
  const error = losses.error ?? check.error;
  const found = useList('listAuditedFiles', { query: filters });
  // Asked for together, and shown below what is said of the whole office, so that nothing is moved by its coming.
  const rows = losses.isPending || check.isPending ? { ...found, isPending: true, items: NO_FILES } : found;
  const selection = useSelection(found.items);
  const navigate = useNavigate({ from: '/search' });
  const set = (change: FileFilters) => void navigate({ search: { ...filters, ...change }, replace: true });
  const title = filters.q === undefined ? t('desk.searchTitle') : t('desk.searchFor', { q: filters.q });
  return (
    <FileListPage
      title={title}
      rows={rows}
      empty={t('audit.empty')}
      about={(file) => <About file={file} />}
      selection={selection}
      selected={<SelectedElsewhere selection={selection} />}
      filters={
        <div>
          {kinds}
          {losses.data && <LogLosses losses={losses.data.items} of="office" />}
          {check.data && <LastRecordCheck check={check.data} />}
          <RefusalLine error={error} />
          <StateChips title={title} state={filters.state} onChoose={(state) => set({ state })}>
            <ChosenFilters filters={filters} set={set} />
          </StateChips>
        </div>
      }
    />
  );
}

function About({ file }: { file: Named<AuditedFile> }) {
  const { t, translate, day } = useTranslations('audit');
  return [
    t('desk.computerNumber', { n: String(file.computerNumber) }),
    translate(file.unit.name),
    t('audit.opened', { day: day(file.openedAt) }),
    ...(file.daysThere === null ? [] : [t('audit.there', { count: file.daysThere })]),
  ].join(' · ');
}
