const typescript = {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'es6' } },
    ],
  },
  testEnvironment: '<rootDir>/test/harness/warm-environment.mjs',
  runtime: '<rootDir>/test/harness/warm-runtime.mjs',
};

/** Unit tests sit in `test/unit` and `test/architecture`; everything that opens a database or a port is in `test/system`. */
export default {
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/harness/slow-first.mjs',
  // Only what hangs takes so long: a promise to a person must not depend on how busy the machine is.
  testTimeout: 300_000,
  globalTeardown: '<rootDir>/test/harness/end-worker.mjs',
  projects: [
    {
      ...typescript,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/{unit,architecture}/**/*.test.ts'],
    },
    { ...typescript, displayName: 'system', testMatch: ['<rootDir>/test/system/**/*.test.ts'] },
  ],
};
