import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startWords, type Language } from '../i18n';
import { newQueries } from '../lib/queries';
import { basename } from './language';
import { publicRoutes } from './pages';

/** A turn for whoever reads already what the server wrote: between two steps of the script the page scrolls and answers clicks. */
const turn = () => new Promise((done) => { setTimeout(done); });

export async function begin(language: Language, words: readonly object[]) {
  await turn();
  await startWords(language, words);
  await turn();
  const router = createBrowserRouter(publicRoutes, { basename: basename(language) });
  await turn();
  const app = document.getElementById('app');
  if (!app) return;
  createRoot(app).render(
    <StrictMode>
      <QueryClientProvider client={newQueries(60_000)}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
