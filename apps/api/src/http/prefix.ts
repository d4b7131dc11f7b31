import { type INestApplication, RequestMethod } from '@nestjs/common';
import { ESIGN_PATH, VERIFY_PATH } from '@patravali/contract';

/** Every route of the office stands below `/api/v1`; what supervisors ask, the page that checks letters, the public part of the log and where the eSign service sends browsers back stand beside it. */
export function prefixRoutes(app: INestApplication): void {
  const page = VERIFY_PATH.slice(1);
  app.setGlobalPrefix('api/v1', {
    exclude: [
      { path: 'health/*path', method: RequestMethod.GET },
      { path: 'log/*path', method: RequestMethod.GET },
      { path: 'metrics', method: RequestMethod.GET },
      { path: page, method: RequestMethod.GET },
      { path: `${page}/*path`, method: RequestMethod.ALL },
      { path: `${ESIGN_PATH.slice(1)}/*path`, method: RequestMethod.POST },
    ],
  });
}
