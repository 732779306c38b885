import "./security/policies";
import "./theme/styles";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { loadTexts, readersLanguage, TextsProvider } from "./i18n/texts";
import { styleNonce } from "./security/nonce";
import { Shell } from "./shell/Shell";
import { cssVariables, theme } from "./theme/theme";

const place = document.getElementById("console");
if (!place) throw new Error("index.html has no element #console");
const texts = await loadTexts(readersLanguage());
document.documentElement.lang = texts.language;
createRoot(place).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <QueryClientProvider client={new QueryClient()}>
        <TextsProvider value={texts}>
          <Notifications />
          <Shell />
        </TextsProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
