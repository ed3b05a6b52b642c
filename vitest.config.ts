import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/deep/**'],
    isolate: false,
    testTimeout: 30_000,
  },
});

export default config;
