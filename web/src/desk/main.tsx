import { QueryClientProvider } from '@tanstack/react-query';
import { App, ConfigProvider } from 'antd';
import en from 'antd/locale/en_US';
import zh from 'antd/locale/zh_CN';
import 'antd/dist/reset.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { startWords } from '../i18n';
import { newQueries } from '../lib/queries';
import '../styles/desk.css';
import { deskLanguage } from './language';
import { deskRoutes } from './pages';
import { theme } from './theme';
import { wordsOf } from './words';

const language = deskLanguage();
await startWords(language, await wordsOf(language));

const router = createBrowserRouter(deskRoutes);
const place = document.getElementById('app');
if (place) {
  createRoot(place).render(
    <StrictMode>
      <QueryClientProvider client={newQueries(0)}>
        <ConfigProvider theme={theme} locale={language === 'en' ? en : zh} button={{ autoInsertSpace: false }}>
          <App component={false}><RouterProvider router={router} /></App>
        </ConfigProvider>
      </QueryClientProvider>
    </StrictMode>,
  );
}
