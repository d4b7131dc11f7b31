import { LETTER_FORMS, type SigningRule, SetSigningRule } from '@patravali/contract';
import { Checkbox } from '@mantine/core';
import { useCommand } from '../api/use-command';
import { useActing } from '../api/use-session';
import { KeyButton } from '../ui/keyboard/KeyButton';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { useContractForm } from '../ui/forms/use-contract-form';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { useRefusal } from '../ui/notices/use-refusal';
import { useSigningRule } from './api';
import classes from './signing.module.css';

/** What is signed in this office by whoever wrote it, and what the office seals; the administrator changes it. */
export function SigningRulePage() {
  const { t } = useTranslations();
  useTitle(t('page.signingRule'));
  const { data, error } = useSigningRule();
  if (error) return <PageError error={error} />;
  return data ? <RuleForm rule={data} /> : <Waiting />;
}

function RuleForm({ rule }: { rule: SigningRule }) {
  const { t } = useTranslations('signing');
  const { post } = useActing();
  const refuse = useRefusal();
  const set = useCommand('setSigningRule');
  const { form, check } = useContractForm({ schema: SetSigningRule, initialValues: rule });
  const { signedForms, signedNotes, refusesUnchecked } = form.values;
  const mayChange = post.roles.includes('administrator');
  const choose = (chosen: readonly string[]) =>
    form.setFieldValue(
      'signedForms',
      LETTER_FORMS.filter((each) => chosen.includes(each)),
    );
  const keep = () => {
    const body = check(form.values);
    if (!body || set.isPending) return;
    set.mutate({ body }, { onSuccess: () => showSuccess(t('signingRule.kept')), onError: refuse });
  };
  return (
    <main className={rows.place}>
      <h1>{t('page.signingRule')}</h1>
      <p className="soft">{t('signingRule.why')}</p>
      <form
        className={classes.rule}
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <Checkbox.Group
          label={t('signingRule.letters')}
          description={t('signingRule.lettersWhy')}
          value={[...signedForms]}
          onChange={choose}
        >
          <div className={classes.forms}>
            {LETTER_FORMS.map((each) => (
              <Checkbox key={each} value={each} label={t(`letterForm.${each}`)} disabled={!mayChange} />
            ))}
          </div>
        </Checkbox.Group>
        <Checkbox
          label={t('signingRule.notes')}
          description={t('signingRule.notesWhy')}
          checked={signedNotes}
          onChange={(event) => form.setFieldValue('signedNotes', event.currentTarget.checked)}
          disabled={!mayChange}
        />
        <Checkbox
          label={t('signingRule.unchecked')}
          description={t('signingRule.uncheckedWhy')}
          checked={refusesUnchecked}
          onChange={(event) => form.setFieldValue('refusesUnchecked', event.currentTarget.checked)}
          disabled={!mayChange}
        />
        {mayChange ? (
          <div>
            <KeyButton
              keys="ctrl+Enter"
              label={t('signingRule.keep')}
              type="submit"
              loading={set.isPending}
              whileTyping
            />
          </div>
        ) : (
          <p className="soft">{t('signingRule.byAdministrator')}</p>
        )}
      </form>
    </main>
  );
}
