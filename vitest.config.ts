import { defineConfig, type ViteUserConfigFnObject } from 'vitest/config';

/** The suites by vitest's `--mode`: `vitest run` is the quick one, `vitest run --mode deep` another. */
const suites = {
  test: { include: ['tests/**/*.test.{ts,tsx}'], exclude: ['tests/deep/**', 'tests/study/**'], testTimeout: 30_000 },
  deep: { include: ['tests/deep/**/*.test.{ts,tsx}'], testTimeout: 600_000 },
  study: { include: ['tests/study/**/*.test.{ts,tsx}'], testTimeout: 3_600_000 },
};

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => {
  const suite = mode === 'deep' || mode === 'study' ? suites[mode] : suites.test;
  return { test: { ...suite, hookTimeout: suite.testTimeout, isolate: false } };
});

export default config;
