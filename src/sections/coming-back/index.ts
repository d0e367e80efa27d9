import { placedGroups } from "../../components/placed-figure.ts";
import type { Gate } from "../../disclosure/gate.ts";
import { type CustomerOrders, customerOrders } from "../../questions/customer-orders.ts";
import { words } from "../../questions/traits.ts";
import type { PurchaseLines } from "../../store/purchase-lines.ts";
import type { Store } from "../../store/store.ts";
import type { Section } from "../section.ts";
import { comingBackGroups } from "./figure-groups.ts";
import { firstOrderIds } from "./first-orders.ts";
import { comingBackInsights } from "./insights.ts";
import { type ComingBack, type FirstOrderField, comingBack as workOut } from "./part.ts";
import { absentWords } from "./words/absent.ts";
import { comingBackDefinitions } from "./words/definitions.ts";
import { comingBackBasis, comingBackTitle, comingBackWords } from "./words/page.ts";
import { comingBackRules } from "./words/rules.ts";

declare module "../../report/report.ts" {
  interface Report {
    /** Who comes back and when; null without dated orders of known customers, or too few who came back. */
    comingBack: ComingBack | null;
  }
}

const page = { name: comingBackWords.name, path: "coming-back/" };

/** Who comes back. */
export const comingBack: Section<"comingBack", "segments"> = {
  id: "coming-back",
  name: comingBackWords.name,
  slug: "coming-back",
  place: "customers",
  needs: ["customer", "date"],
  uses: ["segments"],
  none: { comingBack: null },
  definitions: comingBackDefinitions,
  insights: [comingBackInsights],
  absent: ({ report }) => (report.comingBack === null ? absentWords(report) : null),
  part: async ({ store, lines, gate, time }, { segments }) => {
    const orders = await customerOrders(store);
    if (orders === null) return { part: { comingBack: null } };
    const fields = await firstOrderFields(store, orders, lines, gate);
    const members = segments?.members ?? null;
    const moved =
      time === null || segments?.frozen == null
        ? null
        : {
            calendar: time,
            groups: {
              personas: members === null ? null : { placeOf: members.personaOf, names: members.names },
              segments: segments.rfmOf,
              frozen: segments.frozen,
            },
          };
    return { part: { comingBack: workOut(orders, fields, members, gate, moved) } };
  },
  pages: ({ report: { comingBack }, format }) =>
    comingBack === null
      ? []
      : [
          {
            ...page,
            description: `${comingBackTitle(comingBack, format)}. ${comingBackBasis(comingBack, format)}`,
          },
        ],
  figures: ({ report: { comingBack }, format }) =>
    comingBack === null ? [] : placedGroups(comingBackGroups(comingBack, format), page),
  methods: ({ report: { comingBack } }) =>
    comingBack === null
      ? []
      : [{ id: "coming-back", title: comingBackWords.name, rules: comingBackRules(comingBack) }],
  more: () => comingBackWords.more,
};

/** What customers bought first and where, as far as it may be named. */
async function firstOrderFields(
  store: Store,
  orders: CustomerOrders,
  lines: PurchaseLines,
  gate: Gate,
): Promise<FirstOrderField[]> {
  const fields: FirstOrderField[] = [];
  for (const field of ["category", "location"] as const) {
    const ids = lines.traits.get(field);
    if (ids === undefined) continue;
    const names = await words(store, field);
    const first = firstOrderIds(orders, lines, ids);
    fields.push({
      field,
      valueFor: (place) => {
        const name = names.get(first[place] ?? 0);
        return name !== undefined && gate.mayName(field, name) ? name : undefined;
      },
    });
  }
  return fields;
}
