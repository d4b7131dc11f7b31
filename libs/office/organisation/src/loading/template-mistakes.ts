import type { NumberKind } from '@patravali/contract';
import { mistakesOfForm } from '../numbering/number-form';
import type { ExistingOffice } from './existing-office';
import type { OfficeDescription } from './office-description';
import type { OfficeMistake } from './office-mistakes';

/** What the templates of the number schemes ask for and will not be given, or should ask for and do not. */
export function findTemplateMistakes(schemes: OfficeDescription['numberSchemes']): OfficeMistake[] {
  return (['file', 'diary', 'issue'] as const).flatMap((kind) =>
    mistakesOf(`numberSchemes.${kind}.template`, kind, schemes[kind].template),
  );
}

/** The same of the series of issue numbers that templates of drafts name; and templates that stand twice or in no unit. */
export function findDraftTemplateMistakes(office: OfficeDescription, existing: ExistingOffice): OfficeMistake[] {
  const units = new Set([...existing.units.keys(), ...office.units.map(({ abbreviation }) => abbreviation)]);
  const seen = new Set<string>();
  return office.draftTemplates.flatMap(({ code, unit, series }, index): OfficeMistake[] => {
    const path = `draftTemplates[${index}]`;
    const name = `${unit ?? ''}/${code}`;
    const twice = seen.has(name);
    seen.add(name);
    return [
      ...(twice ? [{ path, code: 'duplicate' as const, params: { found: code } }] : []),
      ...(unit === undefined || units.has(unit)
        ? []
        : [{ path: `${path}.unit`, code: 'unknownUnit' as const, params: { found: unit } }]),
      ...(series === undefined ? [] : mistakesOf(`${path}.series`, 'issue', series)),
    ];
  });
}

function mistakesOf(path: string, kind: NumberKind, template: string): OfficeMistake[] {
  const { unknown, missing, possible } = mistakesOfForm(kind, template);
  const expected = possible.join(' ');
  return [
    ...unknown.map((found) => ({ path, code: 'templateField' as const, params: { found, expected } })),
    ...missing.map((field) => ({ path, code: 'templateNeeds' as const, params: { expected: field } })),
  ];
}
