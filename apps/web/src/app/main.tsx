import '../ui/theme/fonts.css';
import '../ui/theme/first-load.css';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Unreachable } from '../api/problem-error';
import { currentLanguage, showLanguage } from '../language/language';
import { listenToKeys } from '../keyboard/keys';
import { createOfficeRouter } from './routes';
import { cssVariables, theme } from '../ui/theme/theme';

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => error instanceof Unreachable && count < 2 },
  },
});

const router = createOfficeRouter(client);
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
listenToKeys();
await showLanguage(currentLanguage());
createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
