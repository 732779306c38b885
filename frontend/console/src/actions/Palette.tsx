import { createSpotlight, Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { MessageSquare, Search } from "lucide-react";
import { visitorName } from "../conversations/names";
import { sectionsOf } from "../conversations/sections";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { useConsole } from "../shell/line";
import { navigate } from "../shell/route";
import { useSignal } from "../shell/signals";
import { isAvailable } from "./action";
import { actions } from "./registry";
import { run } from "./run";
import { useActionContext } from "./useActionContext";

const [store, spotlight] = createSpotlight();

/** Everything that can be done now, and every open conversation, found by typing. */
export function Palette() {
  const texts = useTexts();
  const { t } = texts;
  const context = useActionContext();
  useConsole((state) => state.conversations);
  useSignal("palette", spotlight.toggle);
  const commands = actions
    .filter((action) => action.id !== "palette" && isAvailable(action, context))
    .map((action): SpotlightActionData => {
      const Icon = action.icon;
      return {
        id: action.id,
        label: t(action.label),
        leftSection: <Icon size={18} aria-hidden />,
        rightSection: <Keys of={action.keys} />,
        onClick: () => void run(action, context),
      };
    });
  const { mine, waiting, others } = sectionsOf(context.client.getState());
  const places = [...mine, ...waiting, ...others].map(
    (conversation): SpotlightActionData => ({
      id: conversation.id,
      label: visitorName(conversation.visitor, texts),
      description: conversation.preview?.text ?? "",
      leftSection: <MessageSquare size={18} aria-hidden />,
      onClick: () => navigate({ page: "conversations", conversation: conversation.id }),
    }),
  );
  return (
    <Spotlight
      store={store}
      shortcut={null}
      centered={false}
      yOffset="12dvh"
      radius="xl"
      scrollable
      maxHeight={440}
      limit={30}
      actions={[
        { group: t("palette.actions"), actions: commands },
        { group: t("palette.conversations"), actions: places },
      ]}
      nothingFound={t("palette.nothing")}
      searchProps={{
        leftSection: <Search size={18} aria-hidden />,
        placeholder: t("palette.placeholder"),
        "aria-label": t("palette.placeholder"),
      }}
    />
  );
}
