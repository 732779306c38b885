import { Modal } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTexts } from "../i18n/texts";
import { Keys } from "../parts/Keys";
import { useSignal } from "../shell/signals";
import type { ActionGroup } from "./action";
import style from "./KeysHelp.module.css";
import { actions } from "./registry";

const groups = ["conversation", "list", "go"] as const satisfies readonly ActionGroup[];

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
      size="md"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {groups.map((group) => (
        <section key={group} className={style.group}>
          <h3 className={style.name}>{t(`keys.${group}`)}</h3>
          <dl className={style.list}>
            {actions
              .filter((action) => action.group === group && action.keys !== undefined)
              .map((action) => (
                <div key={action.id} className={style.row}>
                  <dt>{t(action.label)}</dt>
                  <dd>
                    <Keys of={action.keys} />
                  </dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </Modal>
  );
}
