import { TableSkeleton } from "#components/table-skeleton.tsx";

export default function Loading() {
  return <TableSkeleton title="Message templates" />;
}
