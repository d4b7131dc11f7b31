import '../ui/theme/fonts.css';
import '../ui/theme/first-load.css';
import '../ui/theme/tokens.css';
import '../ui/theme/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { watchActivity } from '../api/session/activity-headers';
import { Unreachable } from '../api/problem-error';
import { currentLanguage } from '../api/session/reader-language';
import { showLanguage } from '../language/language';
import { listenToKeys } from '../ui/keyboard/keys';
import { loadAnew } from '../parts/load-anew';
import { MissingPart } from '../parts/lazy-import';
import { obeyContentSecurity, styleNonce } from '../parts/content-security';
import { askAhead } from './ask-ahead';
import { createOfficeRouter, loadAhead } from './routes';
import { cssVariables, theme } from '../ui/theme/theme';

obeyContentSecurity();

const client = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => error instanceof Unreachable && count < 2 },
  },
});

const AGAIN_MS = 3_000;

/** Without its sentences the page shows nothing: it asks for them until they come. */
async function showFirstWords(): Promise<void> {
  try {
    await showLanguage(currentLanguage());
  } catch (error) {
    if (!(error instanceof MissingPart)) throw error;
    await loadAnew(error);
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    await showFirstWords();
  }
}

const router = createOfficeRouter(client);
const place = document.getElementById('root');
if (!place) throw new Error('index.html has no #root');
loadAhead(router);
askAhead(client, router.latestLocation);
listenToKeys();
watchActivity();
await showFirstWords();
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={client}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
