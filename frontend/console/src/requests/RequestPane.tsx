import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTexts } from "../i18n/texts";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";
import { requestQuery } from "../rest/requests";
import { navigate } from "../shell/route";
import { Beside } from "./Beside";
import { Body } from "./Body";
import { Foot } from "./Foot";
import { Head } from "./Head";
import style from "./Requests.module.css";

interface Props {
  id: string;
  /** What is known of the visitor lies over it instead of standing beside it. */
  overlay: boolean;
  beside: boolean;
  setBeside: (beside: boolean) => void;
  back?: () => void;
}

/** The open request: who, what, what was done, and what to do. */
export function RequestPane({ id, overlay, beside, setBeside, back }: Props) {
  const { t } = useTexts();
  const { data, isError, error, refetch } = useQuery(requestQuery(id));
  const leave = (
    <Button variant="default" onClick={() => navigate({ page: "requests", request: null })}>
      {t("requests.toList")}
    </Button>
  );
  return (
    <>
      <section className={style.pane} aria-label={t("requests.one")}>
        {data === undefined && isError && <Failure error={error} retry={() => void refetch()} leave={leave} />}
        {data === undefined && !isError && <SkeletonRows count={4} />}
        {data !== undefined && (
          <>
            <Head
              request={data.request}
              beside={beside}
              toggle={() => setBeside(!beside)}
              {...(back ? { back } : {})}
            />
            <Body detail={data} />
            <Foot detail={data} />
          </>
        )}
      </section>
      {beside && data !== undefined && (
        <Beside visitor={data.request.visitor} overlay={overlay} close={() => setBeside(false)} />
      )}
    </>
  );
}
