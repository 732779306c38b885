import { Coffee, MessagesSquare } from "lucide-react";
import { ActionButton } from "../actions/ActionButton";
import { takeNext } from "../actions/conversationActions";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { useConsole } from "../shell/line";
import { waitingCount } from "../shell/waitingCount";
import style from "./Conversations.module.css";

/** No conversation is open: what there is to do. */
export function NothingOpen() {
  const { t } = useTexts();
  const waiting = useConsole((state) => waitingCount(state.conversations));
  const synced = useConsole((state) => state.me !== null);
  return (
    <section className={style.nothing}>
      {!synced ? null : waiting > 0 ? (
        <Message icon={MessagesSquare} title={t("shell.waiting", { count: waiting })} text={t("pane.takeHint")}>
          <ActionButton action={takeNext} />
        </Message>
      ) : (
        <Message icon={Coffee} title={t("pane.allAnswered")} text={t("pane.newAppear")} />
      )}
    </section>
  );
}
