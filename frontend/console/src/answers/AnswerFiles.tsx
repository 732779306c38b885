import { Button, Input } from "@mantine/core";
import { Paperclip } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createUploads, MOST_FILES, Tray } from "../files/Tray";
import { useChoosing } from "../files/useChoosing";
import { useTexts } from "../i18n/texts";
import type { AnswerDraft } from "../rest/types";
import type { Form } from "../settings/useForm";
import style from "./Answers.module.css";

interface Props {
  form: Form<AnswerDraft>;
  /** Hears whether some are still on their way. */
  busy: (busy: boolean) => void;
}

/** Files that go along with the answer: uploaded here, kept when it is saved. */
export function AnswerFiles({ form, busy }: Props) {
  const { t, language } = useTexts();
  const spoken = useRef<string>(language);
  spoken.current = language;
  const [surplus, setSurplus] = useState(0);
  const [uploads] = useState(() => {
    const own = createUploads({
      url: "/api/uploads",
      about: {},
      headers: () => ({ "Accept-Language": spoken.current }),
    });
    own.putBack(form.value.files);
    return own;
  });
  const items = useSyncExternalStore(uploads.subscribe, uploads.getState);
  const tell = useRef({ form, busy });
  tell.current = { form, busy };
  useEffect(() => {
    const { form, busy } = tell.current;
    const files = items.flatMap(({ attachment }) => attachment ?? []);
    if (idsOf(files) !== idsOf(form.value.files)) form.change({ files });
    busy(items.some(({ state }) => state === "loading" || state === "waiting"));
  }, [items]);
  useEffect(
    () => () => {
      for (const { key, state } of uploads.getState()) if (state !== "ready") uploads.remove(key);
    },
    [uploads],
  );
  const [field, open] = useChoosing((files) => setSurplus(uploads.add(files)));
  return (
    <Input.Wrapper
      labelElement="div"
      label={t("answers.files")}
      description={t("answers.filesHint")}
      error={form.errors.files ?? (surplus > 0 ? t("files.tooMany", { count: surplus }) : undefined)}
    >
      {field}
      <div className={style.files}>
        {items.length > 0 && <Tray uploads={uploads} items={items} />}
        <Button
          size="xs"
          variant="default"
          disabled={items.length >= MOST_FILES}
          leftSection={<Paperclip size={15} aria-hidden />}
          onClick={open}
        >
          {t("files.add")}
        </Button>
      </div>
    </Input.Wrapper>
  );
}

function idsOf(files: AnswerDraft["files"]): string {
  return files.map(({ id }) => id).join();
}
