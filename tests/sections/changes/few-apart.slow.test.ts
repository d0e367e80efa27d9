import { expect, test } from "vitest";
import { diffReports } from "../../../src/sections/changes/diff-reports.ts";
import { readPreviousReport } from "../../../src/sections/changes/read-previous-report.ts";
import { header, shop } from "../../disclosure/shop.ts";
import { type Cell, reportOf, type Table } from "../../questions/open-rows.ts";

const before = shop({ seed: 11, customers: 300, guests: 0, lacking: 0, places: 3 });

/** The shop with the orders of some customers more, all of one product in one place. */
function joinedBy(count: number, orders = 1): Table {
  const [like = []] = before.rows;
  const rows = Array.from({ length: count * orders }, (_, at) =>
    header.map((column, index): Cell => {
      if (column === "Customer ID") return `NEW${at % count}Z`;
      if (column === "Order ID") return `ONEW${at}`;
      if (column === "Item Purchased") return "Thing 0";
      if (column === "Location") return "Place 1";
      if (column === "Purchase Amount") return "931.17";
      return like[index] ?? "";
    }),
  );
  return { header, rows: [...before.rows, ...rows] };
}

async function changesBetween(old: Table, recent: Table) {
  const [previous, current] = [await reportOf(old), await reportOf(recent)];
  return diffReports(readPreviousReport(JSON.stringify(previous)), current);
}

test.each([1, 4])(
  "should show no difference where %i customers joined, however much they bought",
  async (count) => {
    const changes = await changesBetween(before, joinedBy(count, 9));
    expect(changes.few).toBe(true);
    expect(changes.sameData).toBe(false);
    for (const { before: earlier, now } of changes.headlines) expect(now).toEqual(earlier);
    // Not what is now in place of what was: that would be a wrong number.
    expect(changes.rows.before).toBeNull();
    expect(changes.period.before).toBeNull();
    expect(JSON.stringify(changes.products?.changed ?? [])).toBe("[]");
    expect(JSON.stringify(changes.locations?.changed ?? [])).toBe("[]");
    expect(changes.insights).toEqual({ appeared: [], vanished: [], moreAppeared: 0, moreVanished: 0 });
  },
);

test("should show the same where those customers went, and where known customers bought four times more", async () => {
  expect((await changesBetween(joinedBy(3), before)).few).toBe(true);
  const [like = []] = before.rows;
  const more = Array.from({ length: 4 }, (_, at): Cell[] =>
    header.map((column, index) => (column === "Order ID" ? `OMORE${at}` : (like[index] ?? ""))),
  );
  expect((await changesBetween(before, { header, rows: [...before.rows, ...more] })).few).toBe(true);
});

test("should show differences from the minimum of customers on, none of a group that fewer joined", async () => {
  const changes = await changesBetween(before, joinedBy(9));
  expect(changes.few).toBe(false);
  expect(changes.headlines.find(({ metric }) => metric === "customers")).toMatchObject({
    before: 300,
    now: 309,
  });
  for (const { before: earlier, now } of [
    ...(changes.products?.changed ?? []),
    ...(changes.locations?.changed ?? []),
  ]) {
    const more = Math.abs(now.customers - earlier.customers);
    expect(more === 0 || more >= 5).toBe(true);
  }
});
