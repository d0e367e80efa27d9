/** Where single groups may not be told. */
export const levelNames = {
  otherPersonas: "Other personas",
  /** Of segments: Champions and Loyal; Potential loyalists, New and Promising; Need attention and About to sleep; … */
  segments: ["Best customers", "On the way up", "Slowing down", "Slipping away", "Asleep"],
} as const;

export const sleepNames = ["Awake", "Asleep"] as const;
