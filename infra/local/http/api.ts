import * as z from 'zod/mini';
import type { Permissions } from '../aws/permissions.ts';
import type { Functions, LocalFunction } from '../functions/functions.ts';
import type { Deployment } from '../template/deployment.ts';
import { checkRouteKey, type FindRoute, type Route, routeTable } from './routes.ts';

const apiShape = z.strictObject({ ProtocolType: z.literal('HTTP') });
const integrationShape = z.strictObject({
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.literal('2.0'),
});
const routeShape = z.strictObject({
  RouteKey: z.string(),
  Target: z.string(),
  AuthorizationType: z.optional(z.literal('NONE')),
});

/** What stands behind a route. */
export type RouteTarget = { function: LocalFunction; mayInvoke: boolean };

/** The HTTP API of the template. */
export type Api = { id: string; find: FindRoute<RouteTarget> };

/** Reads the template's HTTP API; undefined when it has none. @throws for a route that is not known here or leads nowhere. */
export function readApi(deployment: Deployment, functions: Functions, permissions: Permissions): Api | undefined {
  const [api, ...others] = deployment.all('AWS::ApiGatewayV2::Api', apiShape);
  if (!api) return undefined;
  if (others.length > 0)
    throw new Error(
      `The local world runs one HTTP API; the template also has ${others.map((one) => one.id).join(', ')}.`,
    );

  const integrations = new Map(
    deployment.all('AWS::ApiGatewayV2::Integration', integrationShape).map((one) => [one.id, one.properties]),
  );
  const routes: Route<RouteTarget>[] = deployment
    .all('AWS::ApiGatewayV2::Route', routeShape)
    .map(({ id, type, properties }) => {
      const where = `${id} (${type})`;
      checkRouteKey(properties.RouteKey, where);
      const integration = integrations.get(properties.Target.replace('integrations/', ''));
      const target = integration && functions.find(integration.IntegrationUri);
      if (!target) throw new Error(`${where}: ${properties.RouteKey} leads to no function of the template`);
      const [method, path] = properties.RouteKey === '$default' ? ['$default', ''] : properties.RouteKey.split(' ');
      const source = deployment.location.arn('execute-api', `${api.id}/$default/${method}${path}`);
      const mayInvoke = permissions.serviceMayInvoke('apigateway.amazonaws.com', target.arn, source);
      return { key: properties.RouteKey, target: { function: target, mayInvoke } };
    });
  return { id: api.id, find: routeTable(routes) };
}
