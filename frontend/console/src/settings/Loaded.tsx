import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Failure } from "../parts/Failure";
import { SkeletonRows } from "../parts/SkeletonRows";

/** What was read, or the outline while it is read, or what went wrong. Old data outlives a failed refresh. */
export function Loaded<T>({ of: query, children }: { of: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  if (query.data !== undefined) return children(query.data);
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  return <SkeletonRows count={4} />;
}
