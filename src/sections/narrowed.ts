import type { DisclosableSummary } from "../disclosure/summary.ts";
import type { Breakdown, Group, Histogram, Month, Report } from "../report/report.ts";
import type { MeasuredGroup } from "../report/words/general.ts";
import type { Persona, RfmSegmentGroup } from "./segments/segments.ts";

/** Groups by one measure. */
interface PartBreakdown<One extends { name: string }> extends Pick<Breakdown, "folded"> {
  withoutValue: Partial<NonNullable<Breakdown["withoutValue"]>> | null;
  groups: One[];
}

/** What the Overview's figures need of a report: as much as the whole one and one of a selection have in common. */
export interface OverviewPart
  extends Pick<
    Report,
    | "currency"
    | "shape"
    | "minimumGroup"
    | "metrics"
    | "ordersPerCustomer"
    | "seasonCategory"
    | "monthsWithheld"
    | "age"
  > {
  /** Orders are null where a part does not tell them. */
  months: (Omit<Month, "orders"> & { orders: number | null })[] | null;
  breakdowns: {
    ageGroup?: PartBreakdown<MeasuredGroup<"customers">>;
    gender?: PartBreakdown<MeasuredGroup<"customers"> & Pick<Group, "averagePurchase" | "intervals">>;
    category?: PartBreakdown<MeasuredGroup<"purchases">>;
    product?: PartBreakdown<MeasuredGroup<"purchases">>;
    location?: PartBreakdown<MeasuredGroup<"customers">>;
  };
  spend: {
    of: Report["spend"]["of"];
    summary: Pick<DisclosableSummary, "lowerQuartile" | "median" | "upperQuartile" | "mean"> | null;
    histogram: Histogram;
  };
  rating: {
    summary: Pick<DisclosableSummary, "count" | "mean"> & Partial<Pick<DisclosableSummary, "low" | "high">>;
    histogram: Histogram;
  } | null;
  segments: {
    segments: ({ name: string } & Pick<RfmSegmentGroup, "customers" | "customersShare">)[];
    personas:
      | { personas: Pick<Persona, "name" | "customers" | "customersShare" | "revenue" | "revenueShare">[] }
      | { why: string };
  } | null;
}
