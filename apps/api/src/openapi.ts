import type { INestApplication } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';

/** The description of the API, OpenAPI 3.1: every operation under the name it has in the contract. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const description = new DocumentBuilder()
    .setTitle('Patravali')
    .setDescription(
      'The paperless office. Every refusal is RFC 9457 problem+json; docs/problems.md explains each code.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('patravali_session')
    .addBearerAuth()
    .build();
  return SwaggerModule.createDocument(app, description);
}

/** Serves it at `/api/openapi.json`, made once. */
export function serveOpenApi(app: NestFastifyApplication): void {
  let json: string | undefined;
  app
    .getHttpAdapter()
    .getInstance()
    .get('/api/openapi.json', async (_request, reply) => {
      json ??= JSON.stringify(describeApi(app));
      return await reply.type('application/json').send(json);
    });
}
