import JestRuntime from 'jest-runtime';

const harness = new URL('.', import.meta.url).href;
const tests = new URL('..', import.meta.url).href;

/** What is loaded in this worker: modules by their address, and where their source maps are. */
const warm = { modules: new Map(), commonModules: new Map(), sourceMaps: new Map() };

/** Test files, and the stages they share, hand their hooks to the file that runs: they are loaded anew for each. */
function staysLoaded(address, { status }) {
  if (status !== 'evaluated' || address.startsWith('@jest/globals')) return false;
  return address.startsWith(harness) || !address.startsWith(tests);
}

/** What is being loaded when used, in this worker. */
let loading = Promise.resolve();

/** Hazard: Jest links no two modules at once that import the same ones: the second finds them without their own. */
function oneAtATime(load) {
  return (...parts) => {
    const loaded = loading.then(() => load(...parts));
    loading = loaded.catch(() => {});
    return loaded;
  };
}

/**
 * Loads Handrail and its libraries once a worker instead of once a file. Half of a short file's time went into
 * loading the same modules, and into running them before the engine had compiled what is used most.
 * The price: what a module remembers, it remembers across files, as in a process that runs for months.
 */
export default class WarmRuntime extends JestRuntime {
  constructor(...parts) {
    super(...parts);
    this.esmLoader.dynamicImport = oneAtATime(this.esmLoader.dynamicImport);
    const { watch, watchAll } = parts.at(-1);
    // While somebody edits, what stays loaded would be what was there before.
    if (watch || watchAll) return;
    this.registries.esModuleRegistry = warm.modules;
    this.registries.moduleRegistry = warm.commonModules;
    this.transformCache.sourceMaps = warm.sourceMaps;
  }

  /** Instead of an end: what stays loaded may still load more through the runtime that loaded it. */
  teardown() {
    this.testState.enterTestCode();
    this.setGlobalsForRuntime(undefined);
    this.fileCache.clear();
    this.transformCache.clear();
    this.registries.internalModuleRegistry.clear();
    for (const [address, module] of this.registries.esModuleRegistry) {
      if (!staysLoaded(address, module)) this.registries.esModuleRegistry.delete(address);
    }
  }
}
