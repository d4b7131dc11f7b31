import { createConfig, lintFromString } from '@redocly/openapi-core';
import { describeApi } from '../../../apps/api/src/openapi/describe-api';

describe('the description of the API', () => {
  it('has nothing that a linter of strangers calls an error or warns of', async () => {
    const source = JSON.stringify(describeApi({ secure: true }));
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    expect(
      problems.map(({ location, message, ruleId, severity }) => [severity, ruleId, message, location[0]?.pointer]),
    ).toEqual([]);
  });

  it('is linted by rules that find what is wrong with it', async () => {
    const { components, ...rest } = describeApi({ secure: true });
    const source = JSON.stringify({ ...rest, components: { ...components, securitySchemes: {} } });
    const config = await createConfig({ extends: ['recommended'] });
    const problems = await lintFromString({ source, absoluteRef: '/openapi.json', config });
    expect(problems.map(({ severity, ruleId }) => `${severity} ${ruleId}`)).toContain('error security-defined');
  });
});
