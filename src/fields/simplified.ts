/** Signs of traditional Chinese that headers and status words are written with, each before its simplified form. */
const pairs =
  "訂订單单編编號号買买賣卖帳账戶户電电話话郵邮數数價价額额總总實实際际時时間间狀状態态貨货發发運运費费優优幣币稅税類类別别規规顏颜寶宝標标題题備备註注銷销產产會会員员級级點点購购處处區区縣县國国劃划門门開开關关閉闭還还領领給给專专屬属積积儲储業业務务們们聯联絡络結结帶带條条碼码現现選选項项過过進进";

const forms = new Map<string, string>();
const signs = [...pairs];
for (let index = 0; index + 1 < signs.length; index += 2)
  forms.set(signs[index] ?? "", signs[index + 1] ?? "");

/** A text with traditional Chinese signs in their simplified form, so that one word of a table stands for both. */
export function simplified(text: string): string {
  return text.replace(/\p{Script=Han}/gu, (sign) => forms.get(sign) ?? sign);
}
