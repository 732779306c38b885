import { Button, Group, SegmentedControl, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { MessageSquareText, Plus, Search } from "lucide-react";
import { useState } from "react";
import { useTexts } from "../i18n/texts";
import { Message } from "../parts/Message";
import { queries } from "../rest/queries";
import type { ReadyAnswer } from "../rest/types";
import { Loaded } from "../settings/Loaded";
import { Page } from "../settings/Page";
import style from "../settings/Settings.module.css";
import { navigate } from "../shell/route";
import { useSession } from "../shell/session";
import { AnswerDialog } from "./AnswerDialog";
import { AnswerFile } from "./AnswerFile";
import { AnswerList } from "./AnswerList";
import { containing } from "./folders";

/** Ready answers: those common to everybody, and my own when `item` says so. */
export function AnswersPage({ item }: { item: string | null }) {
  const { t } = useTexts();
  const { role } = useSession().operator;
  const answers = useQuery({ ...queries.answers, refetchOnMount: "always" });
  const [edited, edit] = useState<ReadyAnswer | "new" | null>(null);
  const own = item === "mine";
  const mayChange = own || role !== "operator";
  const add = (
    <Group gap="sm">
      <AnswerFile key={String(own)} own={own} mayChange={mayChange} />
      {mayChange && (
        <Button leftSection={<Plus size={16} aria-hidden />} onClick={() => edit("new")}>
          {t("answers.add")}
        </Button>
      )}
    </Group>
  );
  return (
    <Page title={t("settings.answers")} lead={t("answers.lead")} action={add}>
      <Loaded of={answers}>
        {(data) => (
          <Shelf key={String(own)} own={own} answers={own ? data.own : data.common} mayChange={mayChange} open={edit} />
        )}
      </Loaded>
      {edited !== null && <AnswerDialog answer={edited === "new" ? null : edited} own={own} close={() => edit(null)} />}
    </Page>
  );
}

interface Props {
  own: boolean;
  answers: readonly ReadyAnswer[];
  mayChange: boolean;
  open: (answer: ReadyAnswer) => void;
}

function Shelf({ own, answers, mayChange, open }: Props) {
  const { t } = useTexts();
  const [query, setQuery] = useState("");
  const found = containing(answers, query);
  return (
    <>
      <div className={style.tools}>
        <TextInput
          type="search"
          leftSection={<Search size={16} aria-hidden />}
          placeholder={t("answers.search")}
          aria-label={t("answers.search")}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <SegmentedControl
          aria-label={t("answers.shelf")}
          value={own ? "mine" : "common"}
          onChange={(value) =>
            navigate({ page: "settings", section: "answers", item: value === "mine" ? "mine" : null })
          }
          data={[
            { value: "common", label: t("answers.common") },
            { value: "mine", label: t("answers.own") },
          ]}
        />
      </div>
      {answers.length === 0 ? (
        <Nothing own={own} mayChange={mayChange} />
      ) : (
        <AnswerList answers={found} open={mayChange ? open : null} />
      )}
      {answers.length > 0 && found.length === 0 && <p className={style.faint}>{t("common.nothingFound")}</p>}
    </>
  );
}

function Nothing({ own, mayChange }: { own: boolean; mayChange: boolean }) {
  const { t } = useTexts();
  const hint = own ? "answers.noneOwnHint" : mayChange ? "answers.noneCommonHint" : "answers.noneCommonReader";
  return <Message icon={MessageSquareText} title={t(own ? "answers.noneOwn" : "answers.noneCommon")} text={t(hint)} />;
}
