import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startWords } from '../i18n';
import enCommon from '../i18n/en/common.json';
import enPublic from '../i18n/en/public.json';
import zhCommon from '../i18n/zh/common.json';
import zhPublic from '../i18n/zh/public.json';
import { newQueries } from '../lib/queries';
import { basename, languageOf } from './language';
import { publicRoutes } from './pages';

const language = languageOf(location.pathname);
await startWords(language, { 'zh-CN': [zhCommon, zhPublic], en: [enCommon, enPublic] });

const router = createBrowserRouter(publicRoutes, { basename: basename(language) });
const app = document.getElementById('app');
if (app) {
  createRoot(app).render(
    <StrictMode>
      <QueryClientProvider client={newQueries(60_000)}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
