import type { KeptSearch } from '@patravali/contract';
import { useState } from 'react';
import { KeptViews } from '../desk/views/KeptViews';
import { useTranslations } from '../language/use-translations';
import { Kbd } from '../ui/keyboard/Kbd';
import { useKeys } from '../ui/keyboard/keys';
import classes from '../ui/list/list-page.module.css';
import { lazyPart } from '../ui/page/lazy-part';
import { PanelButton } from '../ui/panel/PanelButton';
import own from '../search/narrowing/narrowing.module.css';

const ViewDialog = lazyPart(() => import('../desk/views/ViewDialog').then((dialog) => dialog.ViewDialog));

/** The views that somebody keeps, and this search to be kept as one; what is kept is named anew and deleted in the same dialog. */
export function KeptSearches({ shown }: { shown: KeptSearch }) {
  const { t } = useTranslations('desk-filter');
  const [open, setOpen] = useState<'panel' | 'view' | null>(null);
  useKeys([{ key: 'v', label: t('views.title'), run: () => setOpen('panel') }]);
  const isAsked = Object.values(shown).some((value) => value !== undefined);
  return (
    <>
      <PanelButton
        opened={open === 'panel'}
        onChange={(opened) => setOpen(opened ? 'panel' : null)}
        button={
          <>
            {t('views.title')} <Kbd keys="v" />
          </>
        }
        className={classes.chip}
        label={t('views.title')}
        side="below"
      >
        <div className={own.panel}>
          <KeptViews search={shown} none={t('views.none')} onChosen={() => setOpen(null)} />
          {isAsked && (
            <button type="button" className={classes.chip} aria-haspopup="dialog" onClick={() => setOpen('view')}>
              {t('views.keep')}…
            </button>
          )}
        </div>
      </PanelButton>
      {open === 'view' && <ViewDialog filters={{ search: shown }} onClose={() => setOpen(null)} />}
    </>
  );
}
