import { complain } from "../complain";
import type { Lent } from "../lent";
import { commandsOf } from "./commands";
import { Listeners } from "./listeners";
import { told } from "./told";

/**
 * Serves what the page's script says: `Beseda("open")`, see docs/site-api.md. A page's mistake is told on its console and
 * never thrown into its script.
 *
 * @returns does what was said and not done yet
 */
export function api(lent: Lent): () => void {
  const listeners = new Listeners(lent);
  const { tell, heard } = told(lent);
  const commands = commandsOf(lent, listeners, tell);
  let over = false;

  lent.hear = (news) => {
    heard(news);
    listeners.heard(news);
  };

  function carryOut(said: unknown): void {
    const [name, ...given] = Array.from(said as ArrayLike<unknown>);
    const command = typeof name === "string" && Object.hasOwn(commands, name) ? commands[name] : undefined;
    const problem = command?.takes.map((check, at) => check(given[at])).find((found) => found !== null);
    if (!command) complain(`there is no ${shown(name)}: expected one of ${Object.keys(commands).join(", ")}.`);
    else if (over) complain(`${name}: everything was shut down on this page.`);
    else if (problem) complain(`${name}: ${problem}.`);
    else {
      over = name === "shutdown";
      command.run(...given);
    }
  }

  return () => {
    for (const said of lent.calls.splice(0)) {
      try {
        carryOut(said);
      } catch (trouble) {
        complain(`${shown(said)}: ${trouble}`);
      }
    }
  };
}

function shown(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return typeof value;
  }
}
