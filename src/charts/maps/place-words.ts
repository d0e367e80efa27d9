/** Postal code, name and FIPS code of each state, the District of Columbia and Puerto Rico. */
export const states =
  "AL Alabama 01,AK Alaska 02,AZ Arizona 04,AR Arkansas 05,CA California 06,CO Colorado 08,CT Connecticut 09,DE Delaware 10,DC District of Columbia 11,FL Florida 12,GA Georgia 13,HI Hawaii 15,ID Idaho 16,IL Illinois 17,IN Indiana 18,IA Iowa 19,KS Kansas 20,KY Kentucky 21,LA Louisiana 22,ME Maine 23,MD Maryland 24,MA Massachusetts 25,MI Michigan 26,MN Minnesota 27,MS Mississippi 28,MO Missouri 29,MT Montana 30,NE Nebraska 31,NV Nevada 32,NH New Hampshire 33,NJ New Jersey 34,NM New Mexico 35,NY New York 36,NC North Carolina 37,ND North Dakota 38,OH Ohio 39,OK Oklahoma 40,OR Oregon 41,PA Pennsylvania 42,RI Rhode Island 44,SC South Carolina 45,SD South Dakota 46,TN Tennessee 47,TX Texas 48,UT Utah 49,VT Vermont 50,VA Virginia 51,WA Washington 53,WV West Virginia 54,WI Wisconsin 55,WY Wyoming 56,PR Puerto Rico 72";

/** What shops write for a country beside its names and codes. */
export const spellings: Record<string, string> = {
  uk: "GB",
  "great britain": "GB",
  england: "GB",
  scotland: "GB",
  wales: "GB",
  "northern ireland": "GB",
  eire: "IE",
  "republic of ireland": "IE",
  usa: "US",
  "u s": "US",
  "u s a": "US",
  "united states of america": "US",
  america: "US",
  "the netherlands": "NL",
  holland: "NL",
  rsa: "ZA",
  "czech republic": "CZ",
  korea: "KR",
  uae: "AE",
  "russian federation": "RU",
  "viet nam": "VN",
  macedonia: "MK",
  turkey: "TR",
  turkiye: "TR",
};
