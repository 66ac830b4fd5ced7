import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/**
 * Two pages: `index.html` is what the public reads (plain React, small), `desk.html` is the working desk (Ant Design).
 * Nothing is inlined as a data: address, because the content security policy allows 'self' only.
 */
export default defineConfig({
  plugins: [react(), map(), pagesInDevelopment()],
  build: {
    assetsInlineLimit: 0,
    manifest: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { public: 'index.html', desk: 'desk.html' },
      // What every page needs comes in two files instead of fifty small ones: each file asked for costs a phone more than its bytes.
      output: {
        codeSplitting: {
          groups: [
            { name: 'vendor', test: /node_modules\/(react|react-dom|scheduler|react-router|react-i18next|i18next|@tanstack|openapi-fetch)\//, priority: 2 },
            { name: 'shared', test: /src\/(api|lib|parts)\//, minShareCount: 4, priority: 1 },
          ],
        },
      },
    },
  },
  server: { proxy: proxied(process.env.REGISTRY_URL ?? 'http://localhost:8080') },
  test: {
    environment: 'jsdom',
    setupFiles: 'src/test-setup.ts',
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
  },
});

/** In development everything that is not a page comes from a running registry. */
function proxied(target: string) {
  return Object.fromEntries(
    ['/api', '/bff', '/connect', '/openapi', '/.well-known', '/proof', '/policy'].map((path) => [path, { target, changeOrigin: false }]),
  );
}

/** The map of China is copied as it is (Apache-2.0, from ECharts 4), so that an installation can replace the file. */
function map(): Plugin {
  const file = new URL('node_modules/echarts4/map/json/china.json', import.meta.url);
  return {
    name: 'map',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'map/china.json', source: readFileSync(file) });
    },
    configureServer(server) {
      server.middlewares.use('/map/china.json', (_request, response) => { response.end(readFileSync(file)); });
    },
  };
}

/** The gateway answers /desk… with desk.html; the development server must do the same. */
function pagesInDevelopment(): Plugin {
  return {
    name: 'pages-in-development',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (/^\/desk(\/|\?|$)/.test(request.url ?? '')) request.url = '/desk.html';
        next();
      });
    },
  };
}
