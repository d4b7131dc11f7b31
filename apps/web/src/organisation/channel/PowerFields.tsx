import { Checkbox, NativeSelect, Textarea } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { MOST_LEVELS, type PostView } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { DayField } from '../../ui/DayField';
import forms from '../../ui/forms/fieldset.module.css';
import classes from './categories.module.css';
import { type CategoryValues, levelsOf, type PowerValues, postsOn } from './category-values';

/** So many posts of a level are named beside it. */
const NAMED = 4;

interface PowerFieldsProps {
  form: UseFormReturnType<CategoryValues>;
  posts: readonly PostView[];
}

/** From which day on, through which levels, to whom; and why, where the levels are more than usual. */
export function PowerFields({ form, posts }: PowerFieldsProps) {
  const { t, number, marking, translate } = useTranslations('channel');
  const [power] = form.values.powers;
  const { fromOn, levels, finalPostId } = power;
  const set = (changed: Partial<PowerValues>) => form.setFieldValue('powers', [{ ...power, ...changed }]);
  const choose = (chosen: readonly string[]) => {
    const climbed = chosen.map(Number).sort((a, b) => b - a);
    const stays = postsOn(climbed.at(-1), posts).some(({ id }) => id === finalPostId);
    set({ levels: climbed, finalPostId: stays ? finalPostId : '' });
    form.clearFieldError('powers.0.levels');
    form.clearFieldError('powers.0.finalPostId');
    form.clearFieldError('powers.0.reason');
  };
  const namesOf = (level: number) => {
    const there = postsOn(level, posts).map(marking);
    return there.length > NAMED ? `${there.slice(0, NAMED).join(', ')} …` : there.join(', ');
  };
  return (
    <fieldset className={forms.fieldset}>
      <legend>{t('ladder.label')}</legend>
      <DayField
        label={t('categories.fromOn')}
        value={fromOn}
        onChange={(day) => {
          set({ fromOn: day });
          form.clearFieldError('powers.0.fromOn');
        }}
        error={form.errors['powers.0.fromOn']}
        required
      />
      <Checkbox.Group
        label={t('categories.levels')}
        description={t('categories.levelsWhy')}
        value={levels.map(String)}
        onChange={choose}
        error={form.errors['powers.0.levels']}
      >
        <div className={classes.levels}>
          {levelsOf(posts, levels).map((level) => (
            <Checkbox
              key={level}
              value={String(level)}
              label={
                <>
                  {t('ladder.level', { place: number(level) })} <span className="soft small">{namesOf(level)}</span>
                </>
              }
            />
          ))}
        </div>
      </Checkbox.Group>
      {levels.length > 0 && (
        <NativeSelect
          {...form.getInputProps('powers.0.finalPostId')}
          label={t('categories.final')}
          data={[
            { value: '', label: t('categories.finalOfLevel', { place: number(levels.at(-1) ?? 0) }) },
            ...postsOn(levels.at(-1), posts).map((post) => ({
              value: post.id,
              label: `${marking(post)} · ${translate(post.designation)}`,
            })),
          ]}
        />
      )}
      {levels.length > MOST_LEVELS && (
        <Textarea
          {...form.getInputProps('powers.0.reason')}
          label={t('categories.reason', { place: number(MOST_LEVELS) })}
          minRows={2}
          withAsterisk
        />
      )}
    </fieldset>
  );
}
