import { Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { useSignal } from "../shell/signals";
import type { ActionGroup } from "./action";
import style from "./KeysHelp.module.css";
import { actions } from "./registry";

/** What the editor's own keys do: they are no actions. */
const editor = [
  ["keys.send", "enter"],
  ["keys.newLine", "shift+enter"],
  ["keys.editLast", "ArrowUp"],
  ["keys.answers", "/"],
  ["keys.answerAtOnce", "mod+enter"],
  ["keys.mention", "@"],
  ["keys.leave", "escape"],
] as const;

/** What the card of an offered question does. */
const offered = [["keys.takeOffer", "enter"]] as const;

const groups = ["conversation", "request", "list", "go"] as const satisfies readonly ActionGroup[];

/** The page of shortcuts, written by the actions themselves. */
export function KeysHelp() {
  const { t } = useTexts();
  const [opened, { open, close }] = useDisclosure(false);
  useSignal("keys", open);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t("action.keys")}
      size="xl"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div className={style.groups}>
        {groups.map((group) => (
          <Group
            key={group}
            name={t(`keys.${group}`)}
            rows={[
              ...(group === "conversation" ? offered.map(([label, keys]) => [t(label), keys] as const) : []),
              ...actions.flatMap(({ group: of, keys, label }) =>
                of === group && keys !== undefined ? [[t(label), keys] as const] : [],
              ),
            ]}
          />
        ))}
        <Group name={t("keys.editor")} rows={editor.map(([label, keys]) => [t(label), keys])} />
      </div>
    </Modal>
  );
}

function Group({ name, rows }: { name: string; rows: readonly (readonly [label: string, keys: string])[] }) {
  return (
    <section className={style.group}>
      <h3 className={style.name}>{name}</h3>
      <dl className={style.list}>
        {rows.map(([label, keys]) => (
          <div key={keys} className={style.row}>
            <dt>{label}</dt>
            <dd>
              <Keys of={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
