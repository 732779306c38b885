import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { type QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useState } from "react";
import { Entry } from "./entry/Entry";
import { LanguageProvider } from "./i18n/LanguageProvider";
import type { Texts } from "./i18n/texts";
import { createQueryClient } from "./rest/queries";
import { styleNonce } from "./security/nonce";
import type { Connect } from "./shell/line";
import { schemeManager } from "./theme/scheme";
import { cssVariables, theme } from "./theme/theme";

const scheme = schemeManager();

interface Properties {
  readonly texts: Texts;
  readonly connect: Connect;
  /** What was asked for before there was anything to draw. */
  readonly asked?: QueryClient;
}

/** The whole console: looks, texts and the cache of what was read, around whatever the reader may see. */
export function App({ texts, connect, asked }: Properties) {
  const [cache] = useState(() => asked ?? createQueryClient());
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={scheme}
        defaultColorScheme="auto"
        getStyleNonce={styleNonce}
      >
        <QueryClientProvider client={cache}>
          <LanguageProvider first={texts}>
            <Notifications position="top-right" />
            <Entry connect={connect} />
          </LanguageProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  );
}
