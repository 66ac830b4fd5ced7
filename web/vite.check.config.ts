import { copyFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

/**
 * The page that checks a receipt by itself: `check.html`, `check.js` (one module with everything in it) and `check.css`, under names that do not
 * change, so that anybody can take these three files and put them on a server of their own. Built beside the other pages.
 */
export default defineConfig({
  publicDir: false,
  plugins: [beside()],
  build: {
    emptyOutDir: false,
    modulePreload: false,
    lib: { entry: 'src/check/page.ts', formats: ['es'], fileName: () => 'check.js' },
  },
});

function beside(): Plugin {
  return {
    name: 'beside',
    closeBundle() {
      for (const file of ['check.html', 'check.css']) copyFileSync(new URL(`src/check/${file}`, import.meta.url), new URL(`dist/${file}`, import.meta.url));
    },
  };
}
