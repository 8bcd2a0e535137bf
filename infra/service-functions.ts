import type { Construct } from 'constructs';
import { type EnvironmentOf, type FunctionPath, functionPaths } from './functions.ts';
import { type Access, ServiceFunction, type ServiceFunctionProps } from './service-function.ts';

/**
 * Several functions, each with its environment. Whoever deploys them names every path of the list `contracts` once: a function
 * that the list has and no deployment names is a compile error, and so is a variable that its contract does not ask for.
 */
export class ServiceFunctions<Path extends FunctionPath> {
  readonly #made = new Map<FunctionPath, ServiceFunction>();

  constructor(
    scope: Construct,
    deployment: Pick<ServiceFunctionProps<Path>, 'settings' | 'code'>,
    environments: { readonly [P in Path]: EnvironmentOf<P, string | Access> },
  ) {
    for (const path of functionPaths().filter((known): known is Path => known in environments)) {
      const environment = environments[path];
      this.#made.set(path, new ServiceFunction(scope, path, { ...deployment, environment }));
    }
  }

  /** The function of a path. An arrow, so that it can be given to `map`. */
  readonly at = (path: Path): ServiceFunction => {
    const made = this.#made.get(path);
    if (made === undefined) throw new Error(`The function ${path} is not deployed`);
    return made;
  };

  get all(): readonly ServiceFunction[] {
    return [...this.#made.values()];
  }
}
