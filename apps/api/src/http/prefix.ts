import { type INestApplication, RequestMethod } from '@nestjs/common';

/** Every route of the office stands below `/api/v1`; what supervisors ask stands beside it. */
export function prefixRoutes(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: [{ path: 'health/*path', method: RequestMethod.GET }] });
}
