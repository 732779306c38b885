import { Loader, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { LinkedText } from "../parts/LinkedText";
import { readEarlierWords } from "../rest/queries";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import style from "./TextBlock.module.css";

/** What a message said before it was changed or deleted, for supervisors. */
export function EarlierWords({ conversation, seq, close }: { conversation: string; seq: number; close: () => void }) {
  const { t, format } = useTexts();
  const operators = useConsole((state) => state.operators);
  const words = useQuery({
    queryKey: ["earlier words", conversation, seq],
    queryFn: ({ signal }) => readEarlierWords(conversation, seq, signal),
    staleTime: 0,
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t("message.earlierTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {words.isPending && <Loader size="xs" type="dots" color="gray" aria-label={t("common.loading")} />}
      {words.isError && <Failure error={words.error} retry={() => void words.refetch()} />}
      {words.data?.messages.map(({ until, by, text }) => (
        <div key={until} className={style.earlier}>
          <div className={style.earlierText}>
            <LinkedText text={text} />
          </div>
          <div className={style.foot}>
            {t("message.earlierUntil", {
              time: `${format.day(until, serverNow())}, ${format.time(until)}`,
              name: operators[by]?.name ?? t("person.unknown"),
            })}
          </div>
        </div>
      ))}
    </Modal>
  );
}
