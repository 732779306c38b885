import "./security/policies";
import "./theme/styles";
import { browserEnvironment, createOperatorClient, SignedOut } from "@beseda/client";
import { createRoot } from "react-dom/client";
import { App } from "./App";
import { loadTexts, readersLanguage } from "./i18n/texts";
import { asProblem } from "./rest/problem";
import { createQueryClient, queries } from "./rest/queries";
import { request } from "./rest/request";
import type { Connect } from "./shell/line";
import { openedAhead } from "./shell/openedAhead";
import { parseRoute } from "./shell/route";
import { standAlone } from "./shell/standAlone";
import { remembered } from "./theme/memory";

/** The line to the server this page came from; every try asks for a ticket of its own. */
const open: Connect = (account, onSignedOut) =>
  createOperatorClient(browserEnvironment(), {
    base: location.origin,
    account,
    ticket,
    onSignedOut,
    reload: () => location.reload(),
  });
const { connect, ahead } = openedAhead(open);

async function ticket(): Promise<string> {
  try {
    return (await request<{ ticket: string }>("POST", "/api/ticket")).ticket;
  } catch (error) {
    throw asProblem(error).status === 401 ? new SignedOut() : error;
  }
}

const place = document.getElementById("console");
if (!place) throw new Error("index.html has no element #console");
const asked = createQueryClient();
void asked.prefetchQuery(queries.setup);
// The server answers while the first screen is drawn. Without a session there is nothing to open, and the screen says so itself.
asked.fetchQuery(queries.session).then(
  ({ operator }) => {
    if (parseRoute(location.pathname).page !== "invitation") ahead(operator.id);
  },
  () => undefined,
);
const chosen = remembered("language");
const texts = await loadTexts(readersLanguage(...(chosen === null ? [] : [chosen])));
document.documentElement.lang = texts.language;
standAlone();
createRoot(place).render(<App texts={texts} connect={connect} asked={asked} />);
