import { fileSize } from "@beseda/ui/files";
import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { MessageSquareText } from "lucide-react";
import { addressOf } from "../files/address";
import { KindIcon } from "../files/KindIcon";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";
import type { SaidFile } from "../rest/files";
import { queries } from "../rest/queries";
import { serverNow } from "../shell/clock";
import { useConsole } from "../shell/line";
import { follow, pathOf, type Route } from "../shell/route";
import style from "./FileList.module.css";

/** Files of all conversations with this visitor, the newest first. */
export function FileList({ visitor }: { visitor: string }) {
  const { t } = useTexts();
  const asked = useInfiniteQuery(queries.visitorFiles(visitor));
  if (asked.isPending) return <SkeletonRows count={2} />;
  const files = asked.data?.pages.flatMap((page) => page.files) ?? [];
  return (
    <>
      {asked.isSuccess && files.length === 0 && <p className={style.faint}>{t("visitor.noFiles")}</p>}
      {files.length > 0 && (
        <ul className={style.files}>
          {files.map((each) => (
            <Row key={`${each.conversation} ${each.file.id}`} said={each} />
          ))}
        </ul>
      )}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.hasNextPage && !asked.isError && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={asked.isFetchingNextPage}
          onClick={() => void asked.fetchNextPage()}
        >
          {t("visitor.moreFiles")}
        </Button>
      )}
    </>
  );
}

function Row({ said: { file, conversation, seq, at, operator } }: { said: SaidFile }) {
  const { t, format } = useTexts();
  const name = useConsole((state) => (operator === null ? null : state.operators[operator]?.name));
  const who = operator === null ? t("visitor.fileOfVisitor") : (name ?? t("person.unknown"));
  const route: Route = { page: "conversations", conversation };
  const place = seq === null ? "" : `#message-${seq}`;
  return (
    <li className={style.row}>
      <a className={style.file} href={addressOf(file)} download={file.name}>
        <KindIcon kind={file.kind} />
        <span>
          <span className={style.name} dir="auto">
            {file.name}
          </span>
          <span className={style.faint}>
            {`${fileSize(format.locale, file.size)} · ${who} · ${format.dayAndTime(at, serverNow())}`}
          </span>
        </span>
      </a>
      <a
        className={style.message}
        href={pathOf(route) + place}
        aria-label={t("visitor.fileMessage", { name: file.name })}
        title={t("visitor.toMessage")}
        onClick={(event) => follow(event, route, place)}
      >
        <MessageSquareText size={16} aria-hidden />
      </a>
    </li>
  );
}
