import { Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from '../language/use-translations';
import { useActing } from '../api/use-session';
import { BackupState } from '../organisation/BackupState';
import { DialogButton } from '../ui/DialogButton';
import { MoreRows } from '../ui/list/MoreRows';
import { PageError } from '../ui/page/PageError';
import { TableScroller } from '../ui/page/TableScroller';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { AbolishUnitDialog } from './AbolishDialog';
import { usePostsWithTenures, useUnits } from './api';
import { DutyDialog } from './duty/DutyDialog';
import classes from './establishment.module.css';
import { PostListButtons } from './lists/ListButtons';
import { PostDialog } from './PostDialog';
import { PostRows } from './PostRows';
import { SuperiorsFollowed } from './superiors/SuperiorsFollowed';
import { UnitDialog } from './UnitDialog';

const TYPING_PAUSE_MS = 150;
const COLUMNS = ['post', 'roles', 'person', 'capacity', 'from', 'until', 'order'] as const;

/** The posts of the office, or of one unit, with who holds and held each; administrators keep units and posts here. */
export function PostsPage() {
  const { t, translate } = useTranslations('establishment');
  useTitle(t('people.title'));
  const { find = '' } = useSearch({ from: '/office/with-navigation/people' });
  const [typed, setTyped] = useState(find);
  const [unitId, setUnitId] = useState<string | null>(null);
  const { post } = useActing();
  const units = useUnits();
  const unit = units.data?.find(({ id }) => id === unitId);
  const [asked] = useDebouncedValue(typed.trim(), TYPING_PAUSE_MS);
  const posts = usePostsWithTenures(asked, unit?.id ?? null);
  const error = posts.error ?? units.error;
  if (error) return <PageError error={error} />;
  if (posts.isPending || !units.data) return <Waiting />;
  const isOfOffice = post.roles.includes('administrator');
  const firstUnit = unit ?? units.data[0];
  return (
    <main className={classes.place}>
      <h1>{t('people.title')}</h1>
      <p className="soft">{t('people.why')}</p>
      {isOfOffice && <BackupState />}
      {isOfOffice && <SuperiorsFollowed />}
      <div className={classes.acts}>
        <TextInput
          aria-label={t('establishment.findPost')}
          placeholder={t('establishment.findPost')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Select
          aria-label={t('establishment.unit')}
          placeholder={t('establishment.allUnits')}
          data={units.data.map(({ id, name }) => ({ value: id, label: translate(name) }))}
          value={unit?.id ?? null}
          onChange={setUnitId}
          searchable
          clearable
        />
        {firstUnit && (
          <DialogButton
            label={t('establishment.newPost')}
            dialog={(close) => <PostDialog post={null} unitId={firstUnit.id} units={units.data} onClose={close} />}
          />
        )}
        <DialogButton
          label={t('establishment.newUnit')}
          variant="default"
          dialog={(close) => <UnitDialog unit={null} units={units.data} onClose={close} />}
        />
        <DialogButton
          label={t('establishment.sendOnDuty')}
          variant="default"
          dialog={(close) => <DutyDialog units={units.data} onClose={close} />}
        />
        {unit?.mayKeep === true && (
          <>
            <DialogButton
              label={t('establishment.changeUnit')}
              variant="default"
              dialog={(close) => <UnitDialog unit={unit} units={units.data} onClose={close} />}
            />
            <DialogButton
              label={t('establishment.abolishUnit')}
              variant="default"
              dialog={(close) => <AbolishUnitDialog unit={unit} units={units.data} onClose={close} />}
            />
          </>
        )}
        {isOfOffice && <PostListButtons />}
      </div>
      {posts.items.length === 0 ? (
        <p>{t('page.noPost')}</p>
      ) : (
        <TableScroller label={t('people.title')}>
          <table className={classes.table}>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`people.${column}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {posts.items.map((each) => (
                <PostRows key={each.id} post={each} units={units.data} />
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
      <MoreRows rows={posts} />
    </main>
  );
}
