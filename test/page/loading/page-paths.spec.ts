import { PAGE_PATHS } from '@patravali/contract';
import { QueryClient } from '@tanstack/react-query';

jest.mock('../../../apps/web/src/app/ErrorPage', () => ({}));
jest.mock('../../../apps/web/src/ui/page/Waiting', () => ({}));

describe('the router of the browser', () => {
  it('has exactly the pages that the server knows', async () => {
    const { createOfficeRouter } = await import('../../../apps/web/src/app/routes');
    const { routesByPath } = createOfficeRouter(new QueryClient());
    expect(Object.keys(routesByPath).sort()).toEqual(Object.values(PAGE_PATHS).sort());
  });
});
