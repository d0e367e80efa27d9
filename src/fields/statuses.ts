import { plainWord } from "./headers.ts";
import { simplified } from "./simplified.ts";

/**
 * What a status word makes of a line: a sale; none, for what never became a sale or was called off; returned, for what
 * was one and went back.
 */
export type Standing = "sale" | "none" | "returned";

/** Status words by language, without accents and in small letters. Where a text holds several, `order` says which decides. */
const words: Readonly<Record<Standing, Readonly<Record<string, string>>>> = {
  returned: {
    en: "refunded,refund,returned,return,returning,chargeback,charged back,reversed,reversal,disputed lost,rto,return to origin",
    de: "erstattet,ruckerstattet,zuruckerstattet,retourniert,retoure,zuruckgesendet,ruckerstattung,erstattung,gutschrift",
    fr: "remboursee,rembourse,remboursement,retournee,retourne,retour,avoir",
    es: "reembolsado,reembolsada,devuelto,devuelta,devolucion,reembolso",
    pt: "reembolsado,reembolsada,devolvido,devolvida,estornado,devolucao,reembolso",
    it: "rimborsato,rimborsata,reso,restituito,rimborso",
    nl: "terugbetaald,geretourneerd,retour,terugbetaling,teruggestuurd",
    tr: "iade edildi,iade,geri odendi,iade edilen",
    pl: "zwrocone,zwrocono,zwrot,zwrocony,zwrocona",
    ja: "返金済み,返金,返品,返品済み",
    zh: "已退款,退款,退货,已退货,退款成功,退款完成",
  },
  none: {
    en: "quotation,quotation sent,cancelled,canceled,cancel,cancelled by customer,failed,failure,pending,pending payment,awaiting payment,awaiting confirmation of payment,awaiting payment confirmation,awaiting check payment,awaiting cheque payment,awaiting bank wire payment,awaiting bank wire,awaiting bank transfer,payment pending,waiting for payment,unpaid,declined,voided,void,withdrawn,rejected,expired,abandoned,denied,blocked,draft,checkout draft,error,incomplete,not paid,fraud,deleted,trash,on hold,uncaptured,requires payment method,requires action,payment failed,payment error,denied payment,closed unpaid,cancellation,lost",
    de: "storniert,stornierung,abgebrochen,fehlgeschlagen,offen,ausstehend,zahlung ausstehend,unbezahlt,abgelehnt,zuruckgezogen,abgelaufen,annulliert,widerrufen,storno,wartet auf zahlung,zahlung offen,in wartestellung",
    fr: "erreur de paiement,erreur,annulee,annule,annulation,echouee,echoue,echec,en attente,en attente de paiement,attente paiement,impayee,impaye,refusee,refuse,rejetee,abandonnee,abandonne,expiree,brouillon",
    es: "cancelado,cancelada,venta cancelada,anulado,anulada,fallido,fallida,pendiente,pendiente de pago,impagado,rechazado,rechazada,expirado,abandonado,sin pagar",
    pt: "cancelado,cancelada,falhou,falhado,falhada,pendente,aguardando pagamento,pagamento pendente,recusado,recusada,rejeitado,expirado,abandonado,nao pago",
    it: "annullato,annullata,cancellato,cancellata,fallito,fallita,in attesa,in attesa di pagamento,non pagato,rifiutato,rifiutata,respinto,scaduto,abbandonato",
    nl: "geannuleerd,mislukt,in afwachting,wacht op betaling,openstaand,onbetaald,geweigerd,afgewezen,verlopen,in de wacht",
    tr: "iptal edildi,iptal,basarisiz,beklemede,odeme bekleniyor,odeme bekliyor,reddedildi,odenmedi,suresi doldu,onaylanmadi",
    pl: "anulowane,anulowano,anulowany,anulowana,nieudane,nieudana,nieudany,niepowodzenie,oczekujace,oczekuje,oczekuje na platnosc,oczekujace na platnosc,nieoplacone,odrzucone,odrzucona,wygaslo,wstrzymane",
    ja: "キャンセル,キャンセル済み,キャンセル待ち,取消,取り消し,失敗,支払い待ち,入金待ち,未払い,保留,拒否,期限切れ,未入金",
    zh: "已取消,取消,不成立,交易关闭,失败,支付失败,待付款,等待买家付款,未付款,已关闭,关闭,拒绝,等待付款",
  },
  sale: {
    en: "sales order,locked,completed,complete,paid,shipped,delivered,settled,resolved,processing,in process,fulfilled,sale,success,successful,succeeded,captured,approved,accepted,authorized,partially refunded,partially paid,partially shipped,shipping,in transit,sent,dispatched,closed,done,confirmed,invoiced,received,open,ordered,new,packed,picked up,ready,unshipped,partially fulfilled,unfulfilled,ok,valid,active,finished,placed,available,handed over,awaiting shipment,awaiting fulfillment,awaiting pickup,shipped delivered,disputed,out for delivery,created,backordered,partial refund,partially returned,preparing,on the way,manual verification required,ready for pickup,ready to ship,label printed,partially delivered,awaiting dispatch",
    de: "abgeschlossen,bezahlt,versandt,versendet,verschickt,geliefert,zugestellt,in bearbeitung,erledigt,ausgeliefert,fertiggestellt,bestatigt,teilweise erstattet,abgerechnet,fertig,angenommen,neu,verbucht,verkauft,komplett,unterwegs,abgeholt,teilerstattet,in zustellung,versandbereit,teilweise versendet,teilgeliefert,in vorbereitung,eingegangen",
    fr: "terminee,termine,payee,paye,expediee,expedie,livree,livre,en cours,en preparation,en cours de traitement,validee,valide,confirmee,acceptee,reglee,completee,complete,partiellement remboursee,facturee,traitee,finalisee,envoyee,recue,en cours de livraison,en cours d acheminement,preparation en cours,prete,nouvelle",
    es: "completado,completada,pagado,pagada,enviado,enviada,entregado,entregada,procesando,en proceso,confirmado,confirmada,finalizado,finalizada,aceptado,en preparacion,cobrado,parcialmente reembolsado,en camino,en ruta,preparando,listo para enviar,nuevo,en espera de envio",
    pt: "concluido,concluida,pago,paga,enviado,enviada,entregue,processando,em processamento,em processo,confirmado,aprovado,aprovada,finalizado,faturado,em transito,parcialmente reembolsado,aguardando envio,preparando envio,em separacao,novo",
    it: "completato,completata,pagato,pagata,spedito,spedita,consegnato,consegnata,in lavorazione,in elaborazione,confermato,evaso,concluso,in consegna,parzialmente rimborsato,in attesa di spedizione,ordine ricevuto,ricevuto,in preparazione,pronto per la spedizione,nuovo",
    nl: "voltooid,betaald,verzonden,geleverd,bezorgd,in behandeling,afgerond,bevestigd,verwerkt,verwerking,gedeeltelijk terugbetaald,compleet,nieuw,onderweg,klaar voor verzending,in transit",
    tr: "tamamlandi,odendi,kargoya verildi,teslim edildi,hazirlaniyor,isleniyor,onaylandi,gonderildi,kargoda,kismi iade,yeni,yolda,kargoya hazir",
    pl: "zrealizowane,zrealizowano,oplacone,oplacono,wyslane,wyslano,dostarczone,dostarczono,w realizacji,w trakcie realizacji,zakonczone,potwierdzone,przetwarzane,czesciowo zwrocone,zaplacone,ukonczone,w drodze,nowe,nowy,gotowe do wysylki,do wysylki",
    ja: "完了,配達完了,発送待ち,支払い済み,支払済み,入金済み,発送済み,発送,出荷済み,配達済み,配送済み,処理中,受付,確認済み,発送準備中,受注,新規受付,新規,未発送,出荷待ち,受注確認",
    zh: "交易成功,运送中,待出货,待取货,待收货,已完成,完成,已付款,已发货,已签收,处理中,待发货,买家已付款,卖家已发货,等待发货,成功,支付成功",
  },
};

/** Kinds of entries in the books of a processor or a till. Money that goes to the shop's own bank is no sale. */
const events: Readonly<Record<Standing, string>> = {
  sale: "payment,charge,sale,order,purchase,express checkout payment,general payment,mobile payment,website payment,web accept payment received,shopping cart payment received,preapproved payment bill user payment,ebay auction payment,pos payment,card payment,subscription payment,payment received,verkauf,zahlung,paiement,vente,pago,venta,pagamento,vendita,betaling,verkoop,odeme,satis,platnosc,sprzedaz,売上,支払い,付款,交易,invoice,rechnung,facture,factura,fattura,fatura,factuur,faktura,recurring payment,donation,donation payment,shop order,subscription,membership,invoice payment,virtual terminal payment",
  returned:
    "refund,return,chargeback,credit note,credit memo,credit invoice,gutschrift,rechnungskorrektur,storno,avoir,note de credit,nota de credito,nota di credito,creditnota,creditfactuur,korekta,faktura korygujaca,payment refund,payment reversal,reversal,refund payment,payment failure refund,erstattung,ruckerstattung,ruckzahlung,remboursement,retour,reembolso,devolucion,rimborso,reso,terugbetaling,iade,zwrot,返金,退款,dispute,chargeback settlement,devolucao",
  none: "payout,withdrawal,transfer,fee,other fee,service fee,shipping label,shipping services,deposit,general withdrawal,bank transfer,bank deposit,bank deposit to pp account,adjustment,hold,account hold for open authorization,reversal of general account hold,reserve,reserve release,payment review hold,payment review release,currency conversion,general currency conversion,tax,user initiated withdrawal,funds transfer,stripe fee,topup,top up,auszahlung,abbuchung,allgemeine abbuchung,abhebung,bankgutschrift,gebuhr,uberweisung,versement,virement,retrait,frais,transferencia,retiro,retirada,comision,saque,taxa,prelievo,bonifico,uitbetaling,opname,kosten,para cekme,komisyon,wyplata,przelew,oplata,出金,振込,手数料,提现,转账,手续费,no sale,cash in,cash out,paid in,paid out,reserve transaction,authorization,void,open authorization,account correction,mass pay payment",
};

const statusIndex = index(
  Object.entries(words).map(([standing, languages]) => [standing, Object.values(languages).join(",")]),
);
const eventIndex = index(Object.entries(events));

/** What a status word means; undefined where it is not understood. */
export function statusMeaning(
  text: string,
  own: Readonly<Record<string, Standing>> = {},
): Standing | undefined {
  return meaningOf(text, statusIndex, own);
}

/** What a kind of entry means; undefined where it is not understood. */
export function eventMeaning(text: string): Standing | undefined {
  return meaningOf(text, eventIndex, {});
}

function meaningOf(
  text: string,
  known: ReadonlyMap<string, Standing>,
  own: Readonly<Record<string, Standing>>,
): Standing | undefined {
  const plain = statusKey(text);
  const exact = Object.hasOwn(own, plain) ? own[plain] : known.get(plain);
  if (exact !== undefined) return exact;
  // "Shipped - Returned to Seller": what came last went back, or never arrived.
  const last = text.split(/\s[-–—/|:]\s/).at(-1) ?? "";
  if (last !== text) {
    const end = meaningOf(last, known, own);
    if (end === "returned" || (end === "none" && !/pend|wait|open|offen|attente|attesa|espera/i.test(last)))
      return end;
  }
  // Of several words in a text the longest phrase from its start on decides: "Cancelled by customer", "Paid (card)".
  const parts = plain.split(" ");
  for (let length = parts.length - 1; length > 0; length -= 1) {
    const phrase = parts.slice(0, length).join(" ");
    if (beginsNames.has(phrase)) continue;
    const found = Object.hasOwn(own, phrase) ? own[phrase] : known.get(phrase);
    if (found !== undefined) return found;
  }
  for (let length = parts.length - 1; length > 0; length -= 1) {
    for (let start = 1; start + length <= parts.length; start += 1) {
      const before = parts[start - 1] ?? "";
      if (negations.has(before)) return undefined;
      const phrase = parts.slice(start, start + length).join(" ");
      if (beginsNames.has(phrase)) continue;
      const found = Object.hasOwn(own, phrase) ? own[phrase] : known.get(phrase);
      if (found !== undefined) return found;
    }
  }
  return eastAsian.test(plain) ? beginningOf(plain, known) : undefined;
}

const eastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Japanese and Chinese part no words: what the longest known word at the beginning means, as in キャンセル確定. */
function beginningOf(text: string, known: ReadonlyMap<string, Standing>): Standing | undefined {
  for (let length = text.length - 1; length >= 2; length -= 1) {
    const found = known.get(text.slice(0, length));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** New York and Novo Hamburgo are no new orders. */
const beginsNames = new Set([
  "new",
  "neu",
  "nouvelle",
  "nuevo",
  "nuovo",
  "novo",
  "nieuw",
  "yeni",
  "nowe",
  "nowy",
]);

const negations = new Set(["not", "no", "un", "nicht", "non", "pas", "nie", "niet", "nao", "degil"]);

function statusKey(text: string): string {
  return simplified(plainWord(text.normalize("NFKC").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2")))
    .replace(/^wc[-_ ]/, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function index(entries: [string, string][]): Map<string, Standing> {
  const found = new Map<string, Standing>();
  for (const [standing, list] of entries) {
    for (const word of list.split(",")) {
      const key = statusKey(word);
      if (standing === "sale" || standing === "none" || standing === "returned")
        if (!found.has(key)) found.set(key, standing);
    }
  }
  return found;
}
