import { type INestApplication, type Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { OperationEntry } from '@patravali/contract';
import { describeOperation } from './http/describe-operation';
import { OPERATION, OPERATION_ID } from './http/operation';

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
  for (const { controllers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of controllers.values()) if (metatype) describeController(metatype as Type);
  }
  return SwaggerModule.createDocument(app, description);
}

/** What was said of a controller stays with it, and would be said twice. */
const described = new WeakSet<Type>();

function describeController(controller: Type): void {
  if (described.has(controller)) return;
  described.add(controller);
  const prototype = controller.prototype as object;
  const handlers = new MetadataScanner()
    .getAllMethodNames(prototype)
    .map((name) => ({ name, handler: Object.getOwnPropertyDescriptor(prototype, name) }))
    .filter(({ handler }) => Reflect.hasMetadata(OPERATION, handler?.value as object));
  // Pages, files and what supervisors ask for are no operations.
  if (handlers.length === 0) ApiExcludeController()(controller);
  for (const { name, handler } of handlers) {
    const entry = Reflect.getMetadata(OPERATION, handler?.value as object) as OperationEntry;
    const id = Reflect.getMetadata(OPERATION_ID, handler?.value as object) as string;
    for (const decorate of describeOperation(id, entry)) decorate(prototype, name, handler ?? {});
  }
}
