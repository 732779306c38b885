import { useHotkeys } from "@mantine/hooks";
import { isAvailable } from "./action";
import { actions } from "./registry";
import { run } from "./run";
import { useActionContext } from "./useActionContext";

/** Makes the keys of all actions work: letters where nobody is typing, combinations with Ctrl or Alt everywhere. */
export function ActionKeys() {
  const context = useActionContext();
  const bound = actions.flatMap((action) => {
    const { keys } = action;
    if (keys === undefined || !isAvailable(action, context)) return [];
    const press = () => {
      if (!dialogIsOpen()) void run(action, context);
    };
    return [{ everywhere: /^(mod|alt)\+/.test(keys), hotkey: [keys, press, { usePhysicalKeys: true }] as const }];
  });
  const pick = (everywhere: boolean) =>
    bound.filter((each) => each.everywhere === everywhere).map(({ hotkey }) => [...hotkey] as [...typeof hotkey]);
  useHotkeys(pick(false), ["INPUT", "TEXTAREA", "SELECT"]);
  useHotkeys(pick(true), [], true);
  return null;
}

/** A question on the screen comes first: no key reaches what lies under it. */
function dialogIsOpen(): boolean {
  return document.querySelector("[aria-modal=true]") !== null;
}
