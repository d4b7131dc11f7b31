import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';

/** Without these, two things would have the same number. */
const NEEDED = ['{serial}', '{year}'];
const ALWAYS = ['{serial}', '{year}', '{unit}'];
const FIELDS = {
  file: [...ALWAYS, '{basic}', '{primary}', '{secondary}'],
  diary: ALWAYS,
  issue: ALWAYS,
} as const;

/** What the templates of the number schemes ask for and will not be given, or should ask for and do not. */
export function findTemplateMistakes(schemes: OfficeDescription['numberSchemes']): OfficeMistake[] {
  return (['file', 'diary', 'issue'] as const).flatMap((kind): OfficeMistake[] => {
    const path = `numberSchemes.${kind}.template`;
    const { template } = schemes[kind];
    const used: readonly string[] = template.match(/\{\w*\}/g) ?? [];
    const possible: readonly string[] = FIELDS[kind];
    return [
      ...used
        .filter((field) => !possible.includes(field))
        .map((found) => ({ path, code: 'templateField' as const, params: { found, expected: possible.join(' ') } })),
      ...NEEDED.filter((field) => !used.includes(field)).map((expected) => ({
        path,
        code: 'templateNeeds' as const,
        params: { expected },
      })),
    ];
  });
}
