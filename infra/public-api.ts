import { Lazy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import * as http from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { deliveredLog } from './delivered-log.ts';
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
  readonly #stage: http.HttpStage;
  readonly #catalogueRate: RouteSettings;
  /** By route key. */
  readonly #ownRates: Record<string, RouteSettings> = {};

  constructor(scope: Construct, id: string, settings: StageSettings) {
    super(scope, id);
    this.api = new http.HttpApi(this, 'Http', { apiName: Stack.of(this).stackName, createDefaultStage: false });
    this.origin = settings.origin ?? this.api.apiEndpoint;
    this.#stage = this.#makeStage(settings);
    this.#catalogueRate = rateOf(settings.throttle.catalogue);
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
    for (const key of routes) {
      const route = new http.HttpRoute(this, key, { httpApi: this.api, routeKey: routeKeyOf(key), integration });
      if (!answering.path.startsWith('catalogue/')) continue;
      this.#ownRates[key] = this.#catalogueRate;
      // CloudFormation refuses a stage with settings of a route that is not there yet.
      this.#stage.node.addDependency(route);
    }
  }

  #makeStage(settings: StageSettings): http.HttpStage {
    const { perSecond, burst } = settings.throttle;
    const stage = new http.HttpStage(this, 'Stage', {
      httpApi: this.api,
      autoDeploy: true,
      throttle: { rateLimit: perSecond, burstLimit: burst },
      accessLogSettings: {
        destination: new http.LogGroupLogDestination(deliveredLog(this, 'AccessLog', 'apis', settings)),
        format: AccessLogFormat.custom(JSON.stringify(accessLogFields)),
      },
    });
    const resource = stage.node.defaultChild;
    if (!(resource instanceof http.CfnStage)) throw new Error('A stage is made of no CfnStage any more');
    // The construct has no property for it; which routes there are is known at the end.
    resource.routeSettings = Lazy.any({ produce: () => this.#ownRates });
    return stage;
  }
}

type RouteSettings = { readonly ThrottlingRateLimit: number; readonly ThrottlingBurstLimit: number };

function rateOf({ perSecond, burst }: StageSettings['throttle']['catalogue']): RouteSettings {
  return { ThrottlingRateLimit: perSecond, ThrottlingBurstLimit: burst };
}

function routeKeyOf(route: string): http.HttpRouteKey {
  if (route === '$default') return http.HttpRouteKey.DEFAULT;
  const [method, path = ''] = route.split(' ');
  const known = Object.values(http.HttpMethod).find((candidate) => candidate === method);
  if (known === undefined) throw new Error(`The route ${route} has no method that API Gateway knows`);
  return http.HttpRouteKey.with(path, known);
}
