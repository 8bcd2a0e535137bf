import { RemovalPolicy, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as http from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { constructIdOf, routesOf } from './functions.ts';
import type { ServiceFunction } from './service-function.ts';
import type { StageSettings } from './stages.ts';

/** What the access log keeps of a request: never the path, which may hold a link's secret, and no address of a person. */
const accessLogFields = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  route: '$context.routeKey',
  status: '$context.status',
  bytes: '$context.responseLength',
  milliseconds: '$context.responseLatency',
  integrationError: '$context.integrationErrorMessage',
};

/** The HTTP API. Its routes are those of the contracts; origins and preflights are answered by the functions themselves. */
export class PublicApi extends Construct {
  /** Where people find the service, without a slash at the end. */
  readonly origin: string;
  readonly api: http.HttpApi;

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.api = new http.HttpApi(this, 'Http', { createDefaultStage: false });
    this.origin = settings.origin ?? this.api.apiEndpoint;
    this.#stage(settings);
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Everybody may send in a form and read the catalogue; what is not public is behind a secret in a mailed link.',
    });
  }

  /** Lets a function answer the routes that its contract names. */
  serve(answering: ServiceFunction): void {
    const routes = routesOf(answering.path);
    const integration = new HttpLambdaIntegration(constructIdOf(answering.path), answering, {
      // One permission for all of a function's routes; only `$default`, which has no path, needs one made to measure.
      scopePermissionToRoute: routes.includes('$default'),
    });
    for (const route of routes) {
      new http.HttpRoute(this, route, { httpApi: this.api, routeKey: routeKeyOf(route), integration });
    }
  }

  #stage({ throttle, logRetentionDays }: StageSettings): void {
    const log = new LogGroup(this, 'AccessLog', { retention: logRetentionDays, removalPolicy: RemovalPolicy.DESTROY });
    new http.HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: throttle.perSecond, burstLimit: throttle.burst },
      accessLogSettings: {
        destination: new http.LogGroupLogDestination(log),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
  }
}

function routeKeyOf(route: string): http.HttpRouteKey {
  if (route === '$default') return http.HttpRouteKey.DEFAULT;
  const [method, path = ''] = route.split(' ');
  const known = Object.values(http.HttpMethod).find((candidate) => candidate === method);
  if (known === undefined) throw new Error(`The route ${route} has no method that API Gateway knows`);
  return http.HttpRouteKey.with(path, known);
}
