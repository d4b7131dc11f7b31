import { type INestApplication, type Type } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { ApiExcludeController, DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { type OperationId, OPERATIONS } from '@patravali/contract';
import { describeOperation } from './http/describe-operation';
import { OPERATION_ID } from './http/operation';

/** The description of the API, OpenAPI 3.1: every operation under the name and in the order it has in the contract. */
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
  return inOrderOfContract(SwaggerModule.createDocument(app, description, { autoTagControllers: false }));
}

/** Which controller serves what is not told, and leaves no trace in the order either. */
function inOrderOfContract(document: OpenAPIObject): OpenAPIObject {
  const order = Object.keys(OPERATIONS);
  const placeOf = ({ operationId }: { readonly operationId: string }) => order.indexOf(operationId);
  const paths = Object.entries(document.paths as Record<string, Record<string, { readonly operationId: string }>>)
    .map(([path, methods]) => [path, sorted(methods, ([, one], [, other]) => placeOf(one) - placeOf(other))] as const)
    .map(([path, methods]) => ({ path, methods, place: Math.min(...Object.values(methods).map(placeOf)) }))
    .sort((one, other) => one.place - other.place);
  const { components } = document;
  return {
    ...document,
    paths: Object.fromEntries(paths.map(({ path, methods }) => [path, methods])),
    components: {
      ...components,
      schemas: sorted(components?.schemas ?? {}, ([name], [other]) => (name < other ? -1 : 1)),
    },
  };
}

type Entry<Value> = readonly [name: string, value: Value];

function sorted<Value>(
  record: Readonly<Record<string, Value>>,
  compare: (one: Entry<Value>, other: Entry<Value>) => number,
): Record<string, Value> {
  return Object.fromEntries(Object.entries(record).sort(compare));
}

/** What was said of a controller stays with it, and would be said twice. */
const described = new WeakSet<Type>();

function describeController(controller: Type): void {
  if (described.has(controller)) return;
  described.add(controller);
  const prototype = controller.prototype as object;
  const operations = new MetadataScanner().getAllMethodNames(prototype).flatMap((name) => {
    const handler = Object.getOwnPropertyDescriptor(prototype, name);
    const id = handler && (Reflect.getMetadata(OPERATION_ID, handler.value as object) as OperationId | undefined);
    return id ? [{ id, name, handler }] : [];
  });
  // Pages, files and what supervisors ask for are no operations.
  if (operations.length === 0) ApiExcludeController()(controller);
  for (const { id, name, handler } of operations) {
    for (const decorate of describeOperation(id, OPERATIONS[id])) decorate(prototype, name, handler);
  }
}
