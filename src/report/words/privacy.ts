/** The rule that keeps customers from being found in a report, in one place. */
export function smallGroupsRule(minimum: number): string {
  return [
    `Nothing is published that stands on fewer than ${minimum} persons, or follows from what is by adding and subtracting; a guest's order counts as a person of its own.`,
    'The values of a field are parted into whole groups once: values of too few stand together in "Other"; what is still too few, purchases without a value and guests among it, is counted with the largest group, which the figure says.',
    "A table of several fields takes the finest groups at which every cell holds nobody or enough persons, and is not published where there are none: no table has holes.",
    `Quantiles are means of the values around them that ${minimum} persons stand behind; bins and the points of the cloud of customers hold as many; averages stand on as many, and intervals are told where as many decide them.`,
    "A group that all customers but a few are in counts as that of all. A rule is published only if none of its four cells, nor what follows from it and other rules, is of few.",
    "Not covered: totals of the whole report and the account of its rows; what several reports tell together; a group that one large customer dominates; names that the shop itself writes into products or files; and what report.yaml switches on, such as the customers lookup.",
  ].join(" ");
}

/** In the place of a number that stands on too few customers, or would tell of one that does. */
export const notShown = "not shown";
