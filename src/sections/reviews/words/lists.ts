/** English words that say how two things stand to each other, or nothing alone, beyond the list of the library. */
export const moreEnglish: readonly string[] = (
  "a about above after again against all almost alone already also although always am an and another any anyone anything " +
  "are around as at away back be because been before being below between both but by can could did do does doing done down " +
  "during each either else enough even ever every everyone everything few first for from further get gets getting go goes going " +
  "gone got had has have having he her here hers him his how however i if in into is it its itself just keep kept know last less let " +
  "like little lot lots made make makes many may maybe me mean might mine more most much must my myself need never new next no " +
  "nobody none nor not nothing now of off often on once one ones only or other others otherwise our out over own per perhaps " +
  "probably put quite rather really said same say says second see seem seems seen several shall she should since so some " +
  "someone something sometimes soon still such take than that the their them themselves then there therefore these they thing things " +
  "think this those though thought through thus time times to together too took toward tried try two under until unless up upon us " +
  "use used very via want wanted was way we well were what whatever when where whether which while who whole whom whose why will " +
  "with within without would yes yet you your yours yourself i'm i've i'd i'll it's that's there's they're we're you're he's she's " +
  "don't doesn't didn't isn't wasn't aren't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't ain't im ive dont " +
  "doesnt didnt isnt wasnt cant wont far simply truly indeed totally completely exactly actually especially two three four five six " +
  "seven eight nine ten third half year years month months week weeks day days hour hours today yesterday looks looked looking look " +
  "feel feels felt buy buys buying bought order orders ordered purchase purchased item items product products"
).split(" ");

/** English words that turn the meaning of those behind them. */
export const negations: ReadonlySet<string> = new Set(
  (
    "not no never none nothing nor neither without hardly barely scarcely don't doesn't didn't isn't wasn't aren't " +
    "weren't won't wouldn't can't cannot couldn't shouldn't haven't hasn't hadn't ain't dont doesnt didnt isnt wasnt cant wont"
  ).split(" "),
);

/** Words beside which a word says something else. */
export const degrees: ReadonlySet<string> = new Set(
  "too not no never zu nicht kein keine trop pas muy troppo non te niet".split(" "),
);

/** Words to which AFINN gives a high value, and which say what is wrong, or right, all the same. */
export const facts: ReadonlySet<string> = new Set(
  (
    "loose lost torn damaged defective missing stained dirty itchy scratched scratchy leaking uncomfortable comfortable " +
    "comfy stuck dead die dies died crash crashes crashed error errors collapse collapsed collapses dent dented droopy dull " +
    "blurry choke clean dirt filthy drained fail fails failed failing failure fake fire hot pain painful hurt hurts rash " +
    "allergic infection sick rotten spoiled bitter sweet toxic unsafe shaky stable unstable stink stinks stinky strong weak " +
    "support tears top tops charged charges outage outages sluggish solid secure lag lags lagged lagging loses losing " +
    "interrupted interrupts misleading wrong durable reliable gift gold"
  ).split(" "),
);

/** English words that judge, or tell what follows from it, and to which AFINN gives no high value. */
export const verdicts: ReadonlySet<string> = new Set(
  (
    "average okay ok ordinary decent fine worth money price stars star review reviews expected expect expecting expectations " +
    "unfortunately refund refunded return returned returning returns sent send sending badly poorly worst worse better best " +
    "waste wasted terribly overall highly definitely absolutely totally recommend recommended recommending bought again ever never"
  ).split(" "),
);
