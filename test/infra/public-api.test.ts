import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { functionPaths, routesOf } from '#infra/functions.ts';
import { functionsOf, resourcesOf, synthesizedTemplate, textOf, withoutHash } from './synthesized.ts';

const template = synthesizedTemplate('prod');
const [stage = {}] = resourcesOf(template, 'AWS::ApiGatewayV2::Stage').values();

/** Route key → path of the function that answers. */
function routedFunctions(): Map<string, string | undefined> {
  const integrations = resourcesOf(template, 'AWS::ApiGatewayV2::Integration');
  const functions = [...functionsOf(template)];
  return new Map(
    [...resourcesOf(template, 'AWS::ApiGatewayV2::Route').values()].map(({ RouteKey, Target }) => {
      const integration = /<(.*)>/.exec(textOf(Target))?.[1] ?? '';
      const uri = textOf(integrations.get(integration)?.['IntegrationUri']);
      return [z.string().parse(RouteKey), functions.find(([, { id }]) => uri === `<${id}>`)?.[0]];
    }),
  );
}

describe('the routes', () => {
  it('are those of the contracts, each led to the function that names it', () => {
    const wanted = functionPaths().flatMap((path) => routesOf(path).map((route) => [route, path] as const));
    expect(routedFunctions()).toEqual(new Map(wanted));
  });

  it('take HEAD wherever they take GET', () => {
    const routes = [...routedFunctions().keys()];
    const gets = routes.filter((route) => route.startsWith('GET '));
    expect(gets.length).toBeGreaterThan(10);
    expect(gets.filter((route) => !routes.includes(route.replace('GET', 'HEAD')))).toEqual([]);
  });

  it('end in one that answers for every other address', () => {
    expect(routedFunctions().get('$default')).toBe('operations/answer-unknown');
  });

  it('may be invoked by this API alone', () => {
    const permissions = [...resourcesOf(template, 'AWS::Lambda::Permission').values()].filter(
      ({ Principal }) => Principal === 'apigateway.amazonaws.com',
    );
    const granted = permissions.map(({ FunctionName, SourceArn }): [string, string] => {
      const source = withoutHash(textOf(SourceArn)).replace(/.*:(?=<Api)/, '');
      return [textOf(FunctionName), source];
    });
    const wanted = [...functionsOf(template)].flatMap(([path, { id }]): [string, string][] => {
      const routes = routesOf(path);
      // The source of the route without a path is `<api>/<stage>/$default`.
      return routes.length === 0 ? [] : [[`<${id}>`, `<ApiHttp>/*/*${routes.includes('$default') ? '' : '/*'}`]];
    });
    expect(new Map(granted)).toEqual(new Map(wanted));
  });
});

it('leaves origins to the functions, which answer them per form', () => {
  const [api = {}] = resourcesOf(template, 'AWS::ApiGatewayV2::Api').values();
  expect(api).not.toHaveProperty('CorsConfiguration');
});

it('slows down whoever asks too much', () => {
  expect(stage['DefaultRouteSettings']).toEqual({ ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 });
});

describe('the catalogue', () => {
  const keys = functionPaths()
    .filter((path) => path.startsWith('catalogue/'))
    .flatMap(routesOf);

  it('has rates of its own, so that a crawler uses up nobody else’s', () => {
    expect(keys).toContain('GET /initiatives');
    const rate = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 100 };
    expect(stage['RouteSettings']).toEqual(Object.fromEntries(keys.map((key) => [key, rate])));
  });

  it('has routes before the stage speaks of them', () => {
    const routes = [...resourcesOf(template, 'AWS::ApiGatewayV2::Route')];
    const wanted = routes.filter(([, { RouteKey }]) => keys.includes(z.string().parse(RouteKey))).map(([id]) => id);
    const [made] = Object.values(template.findResources('AWS::ApiGatewayV2::Stage'));
    const { DependsOn } = z.object({ DependsOn: z.array(z.string()) }).parse(made);
    expect(DependsOn).toEqual(expect.arrayContaining(wanted));
  });
});

it('has the logs that AWS delivers, of the API and of the workflow, where one policy covers all', () => {
  const names = [...resourcesOf(template, 'AWS::Logs::LogGroup').values()].map(({ LogGroupName }) => LogGroupName);
  expect(names.filter((name) => name !== undefined).toSorted()).toEqual([
    '/aws/vendedlogs/apis/ClearingCentre-prod',
    '/aws/vendedlogs/states/ClearingCentre-prod',
  ]);
  const delivered = [...resourcesOf(template, 'AWS::Logs::LogGroup')].filter(([, { LogGroupName }]) => LogGroupName);
  const users = JSON.stringify([
    stage['AccessLogSettings'],
    ...resourcesOf(template, 'AWS::StepFunctions::StateMachine').values(),
  ]);
  for (const [id] of delivered) expect(users).toContain(`{"Fn::GetAtt":["${id}","Arn"]}`);
});

it('logs the route of a request, and neither path, query, headers nor address', () => {
  const { Format } = z.object({ Format: z.string() }).parse(stage['AccessLogSettings']);
  const fields = [...Format.matchAll(/\$context\.[\w.]+/g)].map(([field]) => field);
  expect(fields.toSorted()).toEqual([
    '$context.integrationErrorMessage',
    '$context.requestId',
    '$context.requestTime',
    '$context.responseLatency',
    '$context.responseLength',
    '$context.routeKey',
    '$context.status',
  ]);
});

it('tells functions the address that people use', () => {
  const origins = [...functionsOf(template).values()].flatMap(({ properties }) => {
    const { Variables } = z
      .object({ Variables: z.record(z.string(), z.unknown()) })
      .parse(properties['Environment'] ?? { Variables: {} });
    return 'ORIGIN' in Variables ? [textOf(Variables['ORIGIN'])] : [];
  });
  expect(new Set(origins)).toEqual(new Set([expect.stringMatching(/^<ApiHttp/)]));
});
