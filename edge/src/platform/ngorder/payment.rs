//! How an order is paid: to the seller's own accounts, and marked by hand
//! (platforms §2.3 Payments, Banks).

use serde::{Deserialize, Serialize};
use shared::value::Rupiah;

use super::{PaymentStatus, error, get, lenient, send};
use crate::config::Ngorder;
use crate::platform::{
    Incoming, Outgoing, PlatformError, PublicAccount, PublicBank, PublicOrder, PublicOrders, PublicStore,
    Said, Verb,
};

#[derive(Deserialize)]
struct BankRow {
    #[serde(default, deserialize_with = "lenient::text")]
    bank_name: Option<String>,
    #[serde(default, deserialize_with = "lenient::text")]
    holder_name: Option<String>,
    #[serde(deserialize_with = "lenient::text")]
    account_number: Option<String>,
    #[serde(default, rename = "type", deserialize_with = "lenient::text")]
    kind: Option<String>,
}

#[derive(Deserialize)]
struct ShopRow {
    #[serde(default, deserialize_with = "lenient::text")]
    phone: Option<String>,
}

/// A payment that the seller wrote down.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Instalment {
    /// The platform's number of it.
    #[serde(deserialize_with = "lenient::id")]
    pub payment_id: i64,
    /// In rupiah; written `Rp100.000`.
    #[serde(default, deserialize_with = "lenient::rupiah")]
    pub nominal: Option<Rupiah>,
    /// `yyyy-mm-dd`
    #[serde(default, deserialize_with = "lenient::text")]
    pub paid_at: Option<String>,
    /// Whether something is still owed after it, in the platform's words.
    #[serde(default, deserialize_with = "lenient::text")]
    pub status: Option<String>,
}

/// Marks an order as paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PaymentUpdate {
    /// The order.
    pub id: i64,
    /// What was paid.
    pub payment: super::Payment,
}

/// Asks for the seller's accounts, where the seller says they are asked for.
pub(super) fn banks(ngorder: &Ngorder) -> Outgoing {
    get(ngorder, ngorder.banks_path.as_str(), &[])
}

/// The accounts that a transfer can go to: the platform's, else those that the
/// seller typed. `now` in Unix seconds.
pub(super) fn accounts(ngorder: &Ngorder, answer: &Incoming, now: i64) -> Said<Vec<PublicAccount>> {
    match (read_banks(answer, now), ngorder.accounts.all()) {
        (Ok(known), _) if !known.is_empty() => Ok(known),
        (unknown, []) => unknown,
        (_, typed) => Ok(typed.to_vec()),
    }
}

fn read_banks(answer: &Incoming, now: i64) -> Said<Vec<PublicAccount>> {
    let banks = error::rows::<BankRow>(answer, now)?.data.into_iter();
    let banks = banks.filter(|bank| bank.kind.as_deref().is_none_or(|kind| kind == "BANK"));
    let account = |bank: BankRow| PublicAccount {
        account_holder: bank.holder_name,
        account_number: bank.account_number,
        financial_entity: PublicBank { name: bank.bank_name },
    };
    Ok(banks.map(account).filter(|account| account.account_number.is_some()).collect())
}

/// The platform shows no order to its buyer: what our own page says instead is
/// where to transfer to, and whom to write to.
impl PublicOrders for Ngorder {
    fn is_paid_on_our_page(&self) -> bool {
        true
    }

    fn show_public(&self, _store_unique_id: &str, _secret_slug: Option<&str>) -> Vec<Outgoing> {
        vec![banks(self), get(self, "/shop", &[])]
    }

    /// Without the shop's number there are still its accounts.
    fn read_public(&self, answers: &[Incoming], now: i64) -> Said<PublicOrder> {
        let [banks, shop] = answers else { return Err(PlatformError::Malformed) };
        let payment_accounts = accounts(self, banks, now)?;
        let shop = error::read::<ShopRow>(shop, now).ok();
        Ok(PublicOrder {
            payment_method: Some("bank_transfer".to_owned()),
            handler_phone: shop.and_then(|shop| shop.phone).map(|phone| international(&phone)),
            store: PublicStore { payment_accounts, is_show_whatsapp: None },
            ..PublicOrder::default()
        })
    }
}

/// `0812…` as `62812…`.
fn international(phone: &str) -> String {
    phone.strip_prefix('0').map_or_else(|| phone.to_owned(), |rest| ["62", rest].concat())
}

/// Asks what was paid of an order. `None` for what is no order's id.
pub fn payment_history(ngorder: &Ngorder, id: &str) -> Option<Outgoing> {
    let is_number = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| get(ngorder, "/order/payment-history", &[("id", id), ("status", "ORDER")]))
}

/// Reads it, as far as it can be read. `now` in Unix seconds.
pub fn read_payments(answer: &Incoming, now: i64) -> Said<Vec<Instalment>> {
    Ok(error::rows(answer, now)?.data)
}

/// Marks an order as paid.
pub fn update_payment(ngorder: &Ngorder, update: &PaymentUpdate) -> Outgoing {
    send(ngorder, Verb::Patch, "/order/quick-payment", update)
}

/// Reads the answer to [`update_payment`]. An order that was paid before is
/// paid. `now` in Unix seconds.
pub fn read_update(answer: &Incoming, now: i64) -> Said<PaymentStatus> {
    let was_paid = || {
        let members = error::refused_members(answer).into_iter();
        members
            .filter(|(member, _)| member == "id")
            .flat_map(|(_, sentences)| sentences)
            .any(|sentence| sentence.eq_ignore_ascii_case("order has been paid"))
    };
    match error::read::<Updated>(answer, now) {
        Ok(updated) => Ok(updated.status()),
        Err(PlatformError::Refused) if was_paid() => Ok(PaymentStatus::Paid),
        Err(error) => Err(error),
    }
}

#[derive(Deserialize)]
struct Updated {
    #[serde(default, deserialize_with = "lenient::text")]
    payment_status: Option<String>,
}

impl Updated {
    /// `C` is for complete, as far as the samples tell; what is not, is a part.
    fn status(&self) -> PaymentStatus {
        match self.payment_status.as_deref() {
            Some("C" | "PAID") => PaymentStatus::Paid,
            _ => PaymentStatus::Installment,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Payment;
    use super::*;
    use crate::platform::ngorder::tests::{account, fixture, ok, sent};
    use serde_json::Value;

    #[test]
    fn a_transfer_goes_to_an_account_with_a_number() {
        let accounts = read_banks(&ok(fixture!("bank_accounts.response")), 0).unwrap();
        let names: Vec<_> = accounts.iter().map(|one| one.financial_entity.name.as_deref()).collect();
        assert_eq!(names, [Some("BCA"), Some("BNIS")]);
        let odd = r#"{"data":[{"bank_name":"X","account_number":"","type":"BANK"},
            {"bank_name":"Y","account_number":77,"type":"BANK"},
            {"bank_name":"Z","account_number":"1","type":"PAYMENT GATEWAY"}]}"#;
        let accounts = read_banks(&ok(odd), 0).unwrap();
        assert_eq!(
            accounts.iter().map(|one| one.account_number.as_deref()).collect::<Vec<_>>(),
            [Some("77")]
        );
    }

    #[test]
    fn the_page_says_where_to_pay_and_whom_to_write_to() {
        let answers = [ok(fixture!("bank_accounts.response")), ok(fixture!("shop_detail.response"))];
        let public = account().read_public(&answers, 0).unwrap();
        assert_eq!(public.handler_phone.as_deref(), Some("628123445566"));
        assert_eq!(public.store.payment_accounts.len(), 2);
        assert!(!format!("{public:?}").contains('@'));
        let without = [ok(fixture!("bank_accounts.response")), ok("<html>")];
        assert_eq!(account().read_public(&without, 0).unwrap().handler_phone, None);
        assert_eq!(account().show_public("ngorder_7", None).len(), 2);
    }

    #[test]
    fn typed_accounts_stand_in_for_those_that_cannot_be_asked_for() {
        let typed = Ngorder { accounts: "BSI 7112345678 Sari".parse().unwrap(), ..account() };
        let number = |answer: &Incoming| {
            let all = accounts(&typed, answer, 0).unwrap();
            all.into_iter().find_map(|account| account.account_number)
        };
        assert_eq!(number(&ok(fixture!("bank_accounts.response"))).as_deref(), Some("12345678"));
        for answer in [ok(r#"{"data":[]}"#), ok("<html>"), Incoming { status: 404, ..ok("{}") }] {
            assert_eq!(number(&answer).as_deref(), Some("7112345678"));
            assert_eq!(accounts(&account(), &answer, 0), read_banks(&answer, 0));
        }
    }

    /// The gateway's key lies beside its banks.
    #[test]
    fn no_gateways_key_is_read() {
        let public = read_banks(&ok(r#"{"data":[{"account_number":"1","xendit_key":"canary"}]}"#), 0);
        assert!(!format!("{public:?}").contains("canary"));
        assert_eq!(read_banks(&ok(fixture!("xendit_data.response")), 0), Err(PlatformError::Malformed));
    }

    #[test]
    fn payments_are_written_as_people_write_them() {
        let payments = read_payments(&ok(fixture!("order_payment_history.response")), 0).unwrap();
        let paid: Vec<_> = payments.iter().map(|one| one.nominal.map(Rupiah::amount)).collect();
        assert_eq!(paid, [Some(100_000), Some(126_947)]);
        let call = payment_history(&account(), "1312").unwrap();
        assert!(call.url.ends_with("/order/payment-history?id=1312&status=ORDER"));
        assert!(payment_history(&account(), "1&x").is_none());
    }

    #[test]
    fn a_payment_is_marked_as_the_contract_does() {
        let expect: Value = serde_json::from_str(fixture!("order_payment_update.request")).unwrap();
        let payment = Payment {
            status: PaymentStatus::Installment,
            amount: Some(Rupiah::new(100_000)),
            date: Some("2020-11-09".into()),
            bank_id: Some(123),
        };
        let call = update_payment(&account(), &PaymentUpdate { id: 1312, payment });
        assert_eq!((sent(&call), call.method), (expect, Verb::Patch));
    }

    #[test]
    fn what_was_paid_before_is_paid() {
        assert_eq!(read_update(&ok(fixture!("order_payment_update.response")), 0), Ok(PaymentStatus::Paid));
        assert_eq!(read_update(&ok(fixture!("order_payment_update.error")), 0), Ok(PaymentStatus::Paid));
        let other = r#"{"response":"Failed","message":{"amount":["too much"]},"data":null}"#;
        assert_eq!(read_update(&ok(other), 0), Err(PlatformError::Refused));
    }
}
